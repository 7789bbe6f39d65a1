package io.slipway.configuration.exchange.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.exchange.ExportManagement;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Streams the register as CSV, with the filters of the list.
 */
@Controller
@Navigation(Section.CONFIGURATION)
class ExportController {

    private final ExportManagement exports;

    ExportController(ExportManagement exports) {
        this.exports = exports;
    }

    @GetMapping("/configuration/export")
    void export(@RequestParam(defaultValue = "") String text, @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String owner, @RequestParam(defaultValue = "") String retired,
            HttpServletResponse response) throws IOException {
        ItemType wanted = null;
        for (ItemType one : ItemType.values()) {
            wanted = one.name().equals(type.toUpperCase(Locale.ROOT)) ? one : wanted;
        }
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"configuration-items.csv\"");
        this.exports.write(new ItemQuery(text, wanted, owner, "true".equals(retired), ""), response.getWriter());
    }

}
