package io.slipway.audit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.Anchors;
import io.slipway.audit.chain.Integrity;
import io.slipway.audit.stream.AuditStream;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.RefusedForm;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Whether the record can be trusted: what is signed, whether it agrees with what somebody
 * kept, and what a look at every row found.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
@RequestMapping("/audit/integrity")
class IntegrityController {

    private static final String PAGE = "/audit/integrity";

    private final Integrity integrity;

    private final Anchors anchors;

    private final AuditStream stream;

    private final Messages words;

    IntegrityController(Integrity integrity, Anchors anchors, AuditStream stream, Messages words) {
        this.integrity = integrity;
        this.anchors = anchors;
        this.stream = stream;
        this.words = words;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("log", this.integrity.standing());
        outside().forEach(model::addAttribute);
        return "audit/integrity";
    }

    /** What those outside have of the record. */
    private Map<String, ?> outside() {
        Map<String, Object> outside = new HashMap<>();
        outside.put("anchors", this.anchors.all());
        outside.put("stamp", this.anchors.timestamp());
        outside.put("streams", this.stream.standings());
        return outside;
    }

    /**
     * Comparing changes nothing; it is sent as a form since checkpoints have many lines.
     */
    @PostMapping("/compare")
    ModelAndView compare(@RequestParam(defaultValue = "") String checkpoint) {
        ModelAndView page = new ModelAndView("audit/integrity", "log", this.integrity.standing());
        page.addAllObjects(outside());
        page.addObject("kept", checkpoint);
        try {
            return page.addObject("compared", this.integrity.compare(checkpoint));
        }
        catch (InvalidInputException ex) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page.addObject("checkpointProblem", this.words.text(ex.code(), ex.arguments()));
        }
    }

    @PostMapping("/check")
    ModelAndView check(RedirectAttributes flash) {
        try {
            this.integrity.check();
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.words.text(ex.code(), ex.arguments()), PAGE);
        }
        this.words.success(flash, "audit.integrity.check.begun");
        return new ModelAndView("redirect:" + PAGE);
    }

    @PostMapping("/begin-anew")
    @PreAuthorize("hasAuthority('administrator')")
    ModelAndView beginAnew(@RequestParam(defaultValue = "") String reason, RedirectAttributes flash) {
        try {
            this.integrity.beginAnew(reason);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.with(Map.of("reason", reason), this.words.text(ex.code(), ex.arguments()), PAGE);
        }
        this.words.success(flash, "audit.integrity.anew.done");
        return new ModelAndView("redirect:" + PAGE);
    }

    /**
     * The last checkpoint.
     * @param of {@code anchored} for the last that somebody outside has cosigned,
     * {@code stamped} for the text that a time authority saw, {@code token} for what it
     * said; otherwise the last of all
     */
    @GetMapping("/checkpoint")
    ResponseEntity<?> checkpoint(@RequestParam(defaultValue = "") String of) {
        Anchors.Timestamped stamped = of.equals("stamped") || of.equals("token") ? this.anchors.timestamp() : null;
        if (stamped != null && stamped.rows() > 0) {
            return of.equals("stamped") ? text(stamped.text(), "stamped.txt") : token(stamped.token());
        }
        return Optional
            .ofNullable(of.isEmpty() ? this.integrity.standing().checkpoint()
                    : of.equals("anchored") ? this.anchors.checkpoint() : null)
            .map((note) -> text(note, "checkpoint.txt"))
            .orElseThrow(() -> new NotFoundException("checkpoint", of));
    }

    private static ResponseEntity<byte[]> token(byte[] token) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/timestamp-reply"))
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"stamped.tsr\"")
            .body(token);
    }

    /** A program that cosigns, for whoever wants to be a witness. */
    @GetMapping("/witness")
    ResponseEntity<String> witness() throws IOException {
        return text(new ClassPathResource("audit/Witness.java").getContentAsString(StandardCharsets.UTF_8),
                "Witness.java");
    }

    @GetMapping("/proofs/{sequence:\\d{1,18}}")
    ResponseEntity<String> proof(@PathVariable long sequence) {
        return text(this.integrity.proof(sequence), sequence + ".tlog-proof");
    }

    private static ResponseEntity<String> text(String text, String name) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
            .body(text);
    }

}
