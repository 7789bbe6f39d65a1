package io.slipway.audit.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.Anchors;
import io.slipway.audit.chain.EvidencePack;
import io.slipway.audit.chain.Integrity;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.form.RefusedForm;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
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

    private final EvidencePack packs;

    private final Messages words;

    IntegrityController(Integrity integrity, Anchors anchors, EvidencePack packs, Messages words) {
        this.integrity = integrity;
        this.anchors = anchors;
        this.packs = packs;
        this.words = words;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("log", this.integrity.standing());
        model.addAttribute("anchors", this.anchors.all());
        return "audit/integrity";
    }

    /**
     * Comparing changes nothing; it is sent as a form since checkpoints have many lines.
     */
    @PostMapping("/compare")
    ModelAndView compare(@RequestParam(defaultValue = "") String checkpoint) {
        ModelAndView page = new ModelAndView("audit/integrity", "log", this.integrity.standing());
        page.addObject("anchors", this.anchors.all());
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
     * @param anchored the last that somebody outside has cosigned
     */
    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint(@RequestParam(defaultValue = "false") boolean anchored) {
        return Optional.ofNullable(anchored ? this.anchors.checkpoint() : this.integrity.standing().checkpoint())
            .map((note) -> text(note, "checkpoint.txt"))
            .orElseGet(() -> ResponseEntity.notFound().build());
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

    /**
     * A pack is small enough to be made before it is sent: what fails is told on a page.
     */
    @GetMapping("/releases/{key}/evidence.zip")
    ResponseEntity<byte[]> pack(@PathVariable String key) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        EvidencePack.write(this.packs.of(key), archive);
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/zip"))
            .header(HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(key + "-evidence.zip").build().toString())
            .body(archive.toByteArray());
    }

    private static ResponseEntity<String> text(String text, String name) {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
            .body(text);
    }

}
