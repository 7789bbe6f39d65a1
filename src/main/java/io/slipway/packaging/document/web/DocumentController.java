package io.slipway.packaging.document.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import io.slipway.file.FileName;
import io.slipway.input.InvalidInputException;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDocument;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.document.DocumentManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Download;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.form.Choice;
import io.slipway.ui.form.FormErrors;
import io.slipway.ui.form.RefusedForm;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Uploads, gives out and removes the documents and scripts of a package.
 */
@Controller
@Navigation(Navigation.Section.RELEASES)
@RequestMapping("/releases/{key}/documents")
class DocumentController {

    private static final String BUILDERS = "hasAnyAuthority('build-engineer', 'release-manager')";

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final DocumentManagement documents;

    private final Messages messages;

    DocumentController(ReleaseManagement releases, PackageManagement packages, DocumentManagement documents,
            Messages messages) {
        this.releases = releases;
        this.packages = packages;
        this.documents = documents;
        this.messages = messages;
    }

    @GetMapping("/new")
    @PreAuthorize(BUILDERS)
    ModelAndView begin(@PathVariable String key) {
        return page(new ModelAndView("release/document-new", "form", new DocumentForm("", null)),
                this.releases.get(key));
    }

    @PostMapping
    @PreAuthorize(BUILDERS)
    ModelAndView add(@PathVariable String key, @ModelAttribute("form") DocumentForm form, BindingResult errors,
            RedirectAttributes flash) throws IOException {
        ReleaseDetails release = this.releases.get(key);
        try (InputStream content = (form.file() != null) ? form.file().getInputStream()
                : InputStream.nullInputStream()) {
            String name = this.documents.add(release.key(), form.chosen(), form.fileName(), content).document().name();
            this.messages.success(flash, "release.document.done", name);
            return new ModelAndView(section(release));
        }
        catch (InvalidInputException ex) {
            FormErrors.add(errors, ex);
            return page(new ModelAndView("release/document-new", errors.getModel(), HttpStatus.UNPROCESSABLE_ENTITY),
                    release);
        }
    }

    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<Resource> download(@PathVariable String key, @PathVariable long id) {
        PackageDocument document = this.documents.get(key, id);
        return Download.of(document.name(), document.size(), this.documents.content(document));
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    @PreAuthorize(BUILDERS)
    ModelAndView remove(@PathVariable String key, @PathVariable long id, RedirectAttributes flash) {
        ReleaseDetails release = this.releases.get(key);
        try {
            String name = this.documents.get(key, id).name();
            this.documents.remove(release.key(), id, null);
            this.messages.success(flash, "release.document.removed", name);
        }
        catch (InvalidInputException ex) {
            return RefusedForm.on(this.messages.text(ex.code(), ex.arguments()), "/releases/{key}/package",
                    release.key());
        }
        return new ModelAndView(section(release));
    }

    private ModelAndView page(ModelAndView page, ReleaseDetails release) {
        return page.addObject("release", release)
            .addObject("mayChange", this.packages.mayChange(release))
            .addObject("mostMib", DocumentManagement.MOST_MIB)
            .addObject("types", FileName.types())
            .addObject("kinds",
                    Arrays.stream(DocumentKind.values())
                        .map((kind) -> new Choice(kind.name(), this.messages.text("release.document.kind." + kind)))
                        .toList());
    }

    private static String section(ReleaseDetails release) {
        return "redirect:/releases/" + release.key() + "/package";
    }

}
