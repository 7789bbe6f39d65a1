package io.slipway.ui;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Addresses next to the one that is shown: paging, sorting and filters live in the
 * address and keep each other.
 */
@EnableConfigurationProperties(PortalAddress.class)
@Component("links")
public class Links {

    private static final Pattern LOCAL = Pattern.compile("/([A-Za-z0-9._~%?&=+:@,;-][A-Za-z0-9._~%/?&=+:@,;-]*)?");

    /**
     * The address that is shown, path and query.
     * @return such as {@code /releases?phase=TEST}; the home page while an error is shown
     */
    public String here() {
        HttpServletRequest request = request();
        boolean page = "GET".equals(request.getMethod())
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) == null;
        return page ? relative(ServletUriComponentsBuilder.fromRequest(request)) : "/";
    }

    /**
     * What a form says is the way back.
     * @param address such as {@code /releases?phase=TEST}
     * @return the address; the home page if it leads out of the portal
     */
    public static String local(String address) {
        return LOCAL.matcher(address).matches() ? address : "/";
    }

    /**
     * The address that is shown with one parameter set.
     * @param name the parameter
     * @return path and query
     */
    public String with(String name, Object value) {
        return relative(ServletUriComponentsBuilder.fromRequest(request())
            .replaceQueryParam(name, UriUtils.encode(value.toString(), StandardCharsets.UTF_8)));
    }

    /** The address of the whole list that is shown, to print it. */
    public String whole() {
        return relative(ServletUriComponentsBuilder.fromRequest(request())
            .replaceQueryParam("from")
            .replaceQueryParam("print", "all"));
    }

    /**
     * The address that is shown without one parameter.
     * @param name the parameter
     * @return path and query
     */
    public String without(String name) {
        return relative(ServletUriComponentsBuilder.fromRequest(request()).replaceQueryParam(name));
    }

    /**
     * Tells whether the address that is shown has a parameter with a value.
     * @param name the parameter
     * @return whether it has
     */
    public boolean has(String name) {
        return !value(name).isEmpty();
    }

    /**
     * A parameter of the address that is shown.
     * @param name the parameter
     * @return its value, empty if it has none
     */
    public String value(String name) {
        return Objects.requireNonNullElse(request().getParameter(name), "");
    }

    private static String relative(UriComponentsBuilder builder) {
        UriComponents address = builder.build(true);
        return (address.getQuery() != null) ? address.getPath() + "?" + address.getQuery() : "" + address.getPath();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

}
