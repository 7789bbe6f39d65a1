package io.slipway.ui;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.slipway.input.NotFoundException;
import io.slipway.input.StaleFormException;
import io.slipway.test.ExpectedFailure;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.Fields;
import io.slipway.ui.style.StyleSheet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The pages alone, without database and security filters, with a controller that fails on
 * demand and one that shows every kind of field.
 */
@ImportAutoConfiguration({ WebMvcAutoConfiguration.class, ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class, ValidationAutoConfiguration.class })
@Import({ Icons.class, Messages.class, Times.class, Links.class, Fields.class, Progress.class, PageFrame.class,
        StyleSheet.class, Failures.class, ErrorPages.class, FallbackErrors.class, PageSlice.Failing.class,
        PageSlice.Specimen.class })
class PageSlice {

    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-22T13:30:00Z"), ZoneOffset.UTC);
    }

    /** A form with every kind of field. */
    record Fieldset(@NotBlank(message = "Say what it is called.") String name, String type, String start, String days,
            @NotBlank(message = "Say what is delivered.") String scope, List<String> approvers, String risk,
            boolean agreed) {
    }

    /** Fails as the address says. */
    @Controller
    @TestComponent
    @Navigation(Navigation.Section.RELEASES)
    static class Failing {

        @GetMapping("/failing/{how}")
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "missing" -> new NotFoundException("release", "PAY-<b>1");
                case "refused" -> new AccessDeniedException("Who submits a plan does not approve it.");
                case "role" -> new AccessDeniedException("Access Denied");
                case "stale" ->
                    new StaleFormException("/releases/PAY-1/edit", new LinkedHashMap<>(Map.of("ui.product", "theirs")),
                            new LinkedHashMap<>(Map.of("ui.product", "mine")));
                case "raced" -> new OptimisticLockingFailureException("secret");
                default -> ExpectedFailure.of("secret");
            };
        }

    }

    /** Shows every kind of field. */
    @Controller
    @TestComponent
    static class Specimen {

        @GetMapping("/specimen")
        String show(Model model) {
            model.addAttribute("form", new Fieldset("<i>Payments</i>", "MINOR", "2026-11-22T14:30", "14", "Tokens",
                    List.of("ben"), "low", true));
            return page(model);
        }

        @PostMapping("/specimen")
        String send(@Valid @ModelAttribute("form") Fieldset form, BindingResult result, Model model) {
            result.reject("ui.error.409.title", "Somebody else was faster");
            return page(model);
        }

        private static String page(Model model) {
            model.addAttribute("people", List.of(new Choice("anna", "Anna"), new Choice("ben", "Ben")));
            return "specimen/form";
        }

    }

}
