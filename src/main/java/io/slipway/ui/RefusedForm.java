package io.slipway.ui;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;
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
        request.getRequestDispatcher(this.page).forward(new Opened(request, this.page), response);
    }

    /** The request as if its page had only been opened, with the query of its address. */
    private static final class Opened extends HttpServletRequestWrapper {

        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        Opened(HttpServletRequest request, String page) {
            super(request);
            UriComponentsBuilder.fromUriString(page)
                .build()
                .getQueryParams()
                .forEach((name, values) -> this.parameters.put(decoded(name),
                        values.stream().map(Opened::decoded).toArray(String[]::new)));
        }

        private static String decoded(@Nullable String text) {
            return (text != null) ? URLDecoder.decode(text, StandardCharsets.UTF_8) : "";
        }

        @Override
        public String getMethod() {
            return HttpMethod.GET.name();
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = this.parameters.get(name);
            return (values != null) ? values[0] : null;
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return this.parameters.get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(this.parameters.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(this.parameters);
        }

    }

}
