package io.slipway.planning.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import io.slipway.input.InvalidInputException;
import io.slipway.planning.PlanFiles;
import io.slipway.planning.plan.PlanYaml;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Plans as files: everybody may download one; release managers upload one into an open
 * plan, or as a new release.
 */
@Controller
@Navigation(Section.RELEASES)
class PlanFileController {

    private static final MediaType YAML = new MediaType("application", "yaml", StandardCharsets.UTF_8);

    private static final String PAGE = "planning/plan-file";

    private final ReleaseManagement releases;

    private final PlanFiles files;

    private final Messages messages;

    PlanFileController(ReleaseManagement releases, PlanFiles files, Messages messages) {
        this.releases = releases;
        this.files = files;
        this.messages = messages;
    }

    @GetMapping("/releases/{key}/plan.yaml")
    ResponseEntity<String> download(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        ContentDisposition name = ContentDisposition.attachment().filename(release.key() + "-plan.yaml").build();
        return ResponseEntity.ok()
            .contentType(YAML)
            .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
            .body(this.files.read(release.key()));
    }

    @GetMapping("/releases/{key}/plan/file")
    @PreAuthorize("hasAuthority('release-manager')")
    ModelAndView show(@PathVariable String key) {
        return new ModelAndView(PAGE, "release", this.releases.get(key));
    }

    @PostMapping("/releases/{key}/plan/file")
    @PreAuthorize("hasAuthority('release-manager')")
    ModelAndView upload(@PathVariable String key, @RequestParam MultipartFile file, @RequestParam int version,
            RedirectAttributes flash) throws IOException {
        ReleaseDetails release = this.releases.get(key);
        try {
            this.files.write(release.key(), version, text(file));
        }
        catch (InvalidInputException ex) {
            return refused(ex).addObject("release", release);
        }
        this.messages.success(flash, "planning.plan-file.done", release.key());
        return new ModelAndView("redirect:/releases/" + release.key() + "/plan");
    }

    @GetMapping("/releases/new/file")
    @PreAuthorize("hasAuthority('release-manager')")
    ModelAndView showNew() {
        return new ModelAndView(PAGE);
    }

    @PostMapping("/releases/new/file")
    @PreAuthorize("hasAuthority('release-manager')")
    ModelAndView register(@RequestParam MultipartFile file, @RequestParam(defaultValue = "") String key,
            RedirectAttributes flash) throws IOException {
        try {
            String given = this.files.register(key.isBlank() ? null : key, PlanYaml.read(text(file)));
            this.messages.success(flash, "release.new.done", given);
            return new ModelAndView("redirect:/releases/" + given);
        }
        catch (InvalidInputException ex) {
            return refused(ex).addObject("key", key);
        }
    }

    /** The text of a file; what is not UTF-8 is refused. */
    private static String text(MultipartFile file) throws IOException {
        if (file.getSize() > 4L * PlanYaml.LONGEST) {
            throw new InvalidInputException("file", "planning.plan-file.too-long", PlanYaml.LONGEST / 1024);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
        }
        catch (CharacterCodingException ex) {
            throw new InvalidInputException("file", "planning.plan-file.characters");
        }
    }

    private ModelAndView refused(InvalidInputException ex) {
        return new ModelAndView(PAGE, HttpStatus.UNPROCESSABLE_ENTITY).addObject("refusals",
                ex.problems()
                    .stream()
                    .map((problem) -> this.messages.text(problem.code(), problem.arguments()))
                    .toList());
    }

}
