package io.slipway.ui.form;

import java.util.LinkedHashMap;
import java.util.Map;

import io.slipway.ui.AddressOnly;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Shows the page on which a small form stands again, with what was wrong with it on top
 * and the status 422: a tool that sends the form is told too that nothing happened.
 */
public final class RefusedForm implements View {

    private final String page;

    private final Map<String, Object> shown = new LinkedHashMap<>();

    private RefusedForm(String page, String problem) {
        this.page = page;
        this.shown.put("problem", problem);
    }

    /**
     * Shows a page again.
     * @param problem what was wrong, and that it did not happen
     * @param page the page's address, with parts in braces and perhaps a query
     */
    public static ModelAndView on(String problem, String page, Object... parts) {
        return at(UriComponentsBuilder.fromUriString(page).encode().buildAndExpand(parts).toUriString(), problem);
    }

    /**
     * Shows a page again whose address is known as a whole.
     * @param address the page's address, encoded
     * @param problem what was wrong, and that it did not happen
     */
    public static ModelAndView at(String address, String problem) {
        return new ModelAndView(new RefusedForm(address, problem));
    }

    /**
     * Shows a page again whose address is known as a whole, with what was typed.
     * @param address the page's address, encoded
     * @param problem what was wrong, and that it did not happen
     * @param typed what was typed, by the names that the page shows it under
     */
    public static ModelAndView at(String address, String problem, Map<String, ?> typed) {
        RefusedForm form = new RefusedForm(address, problem);
        form.shown.putAll(typed);
        return new ModelAndView(form);
    }

    /**
     * Shows a page again, with what was typed.
     * @param problem what was wrong, and that it did not happen
     * @param typed what was typed, by the names that the page shows it under
     * @param page the page's address, with parts in braces and perhaps a query
     */
    public static ModelAndView with(Map<String, ?> typed, String problem, String page, Object... parts) {
        ModelAndView answer = on(problem, page, parts);
        if (answer.getView() instanceof RefusedForm form) {
            form.shown.putAll(typed);
        }
        return answer;
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        this.shown.forEach(request::setAttribute);
        String query = UriComponentsBuilder.fromUriString(this.page).build().getQuery();
        request.getRequestDispatcher(this.page).forward(AddressOnly.opened(request, query), response);
    }

}
