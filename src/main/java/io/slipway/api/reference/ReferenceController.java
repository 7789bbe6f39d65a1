package io.slipway.api.reference;

import java.io.IOException;
import java.util.Locale;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows to everybody who is signed in what tools can call. It is rendered here from the
 * same description that tools read: a viewer in the browser would want inline styles,
 * which our content policy forbids.
 */
@Controller
class ReferenceController {

    private final OpenApiWebMvcResource description;

    private final ObjectMapper json;

    ReferenceController(OpenApiWebMvcResource description, ObjectMapper json) {
        this.description = description;
        this.json = json;
    }

    @GetMapping("/reference")
    String show(HttpServletRequest request, Model model) throws IOException {
        byte[] openApi = this.description.openapiJson(request, "/api/v1/openapi", Locale.ENGLISH);
        model.addAttribute("reference", Reference.of(openApi, this.json));
        return "api/reference";
    }

}
