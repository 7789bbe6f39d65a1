package io.slipway.identity.signin.form;

import java.io.IOException;

import io.slipway.ui.AddressOnly;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;

/**
 * The answer to a form that is refused unread: the page that says why, to which the form
 * is unknown, since whoever asked for one of its fields would wait for all of it.
 */
public final class FormRefusal {

    private FormRefusal() {
    }

    public static void show(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status.value());
        request.getRequestDispatcher("/error").forward(AddressOnly.opened(request, null), response);
    }

}
