package io.slipway.monitor.heat.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import io.slipway.input.InvalidInputException;
import io.slipway.monitor.heat.HeatMap;
import io.slipway.monitor.heat.HeatMeasure;
import io.slipway.monitor.heat.Heats;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.FormErrors;
import io.slipway.workflow.model.ModelVersion;
import io.slipway.workflow.model.ProcessModels;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The heat of one version of a process model, or of all its versions on the diagram of
 * one. Days are those of UTC, as the figures are kept.
 */
@Controller
@Navigation(Section.MONITOR)
@RequestMapping("/monitor/models/{process:[A-Za-z_][A-Za-z0-9_.-]{0,127}}/{version:\\d{1,9}}")
class HeatController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Heats heats;

    private final ProcessModels models;

    private final Clock clock;

    HeatController(Heats heats, ProcessModels models, Clock clock) {
        this.heats = heats;
        this.models = models;
        this.clock = clock;
    }

    @GetMapping("/heat")
    ModelAndView show(@PathVariable String process, @PathVariable int version, HeatForm typed) {
        ModelVersion model = this.models.get(process, version);
        LocalDate today = today();
        HeatForm form = typed.filled(today);
        BindingResult result = new BeanPropertyBindingResult(form, "form");
        String path = "/monitor/models/%s/%d".formatted(process, version);
        ModelAndView page = new ModelAndView("monitor/heat").addObject("model", model)
            .addObject("form", form)
            .addObject(BindingResult.MODEL_KEY_PREFIX + "form", result)
            .addObject("path", path)
            .addObject("today", today)
            .addObject("presets", HeatForm.PRESETS)
            .addObject("measures", HeatMeasure.values());
        try {
            return page.addObject("heat", this.heats.of(process, version, form.query()));
        }
        catch (InvalidInputException ex) {
            FormErrors.add(result, ex);
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @GetMapping("/heat.csv")
    ResponseEntity<String> csv(@PathVariable String process, @PathVariable int version, HeatForm typed) {
        HeatMap heat = this.heats.of(process, version, typed.filled(today()).query());
        ContentDisposition download = ContentDisposition.attachment()
            .filename("%s-heat-%s-%s.csv".formatted(process, heat.query().from(), heat.query().to()))
            .build();
        return ResponseEntity.ok()
            .contentType(CSV)
            .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
            .body(HeatCsv.of(heat));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
    }

}
