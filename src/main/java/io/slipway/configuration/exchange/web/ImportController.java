package io.slipway.configuration.exchange.web;

import java.io.IOException;
import java.util.List;

import io.slipway.configuration.exchange.ImportFile;
import io.slipway.configuration.exchange.ImportManagement;
import io.slipway.configuration.exchange.ImportPlan;
import io.slipway.configuration.exchange.ImportRow;
import io.slipway.configuration.exchange.ItemImport;
import io.slipway.input.InvalidInputException;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import io.slipway.ui.SmallUpload;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Imports items: upload, look at what would change, apply or throw away.
 */
@Controller
@RequestMapping("/configuration/imports")
@Navigation(Section.CONFIGURATION)
@PreAuthorize("hasAuthority('configuration-manager')")
class ImportController {

    /** The most rows of a plan that its page shows, and the most refused ones. */
    private static final int SHOWN = 500;

    private final ImportManagement imports;

    private final Messages messages;

    ImportController(ImportManagement imports, Messages messages) {
        this.imports = imports;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView list() {
        return page("", "", null);
    }

    @PostMapping
    ModelAndView upload(@RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String format, @RequestParam(defaultValue = "") String root,
            @RequestParam(defaultValue = "") String owner) throws IOException {
        try {
            byte[] content = SmallUpload.bytes(file, ImportManagement.MOST_MIB, "configuration.import.large");
            String name = (file != null && file.getOriginalFilename() != null) ? file.getOriginalFilename() : "";
            long id = this.imports.upload("cyclonedx".equals(format) ? ImportFile.bom(name, content, root, owner)
                    : ImportFile.csv(name, content));
            return new ModelAndView("redirect:/configuration/imports/" + id);
        }
        catch (InvalidInputException ex) {
            return page(root, owner, ex).addObject("format", format);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        return show(this.imports.get(id));
    }

    @PostMapping("/{id}/apply")
    ModelAndView apply(@PathVariable long id, @RequestParam(defaultValue = "") String token, RedirectAttributes flash) {
        try {
            this.imports.apply(id, token);
            ItemImport applied = this.imports.get(id);
            this.messages.success(flash, "configuration.import.applied", applied.added(), applied.changed());
            return new ModelAndView("redirect:/configuration/imports/" + id);
        }
        catch (InvalidInputException ex) {
            ModelAndView page = show(this.imports.get(id));
            page.setStatus(HttpStatus.CONFLICT);
            return page.addObject("refusal", say(ex));
        }
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable long id, RedirectAttributes flash) {
        try {
            this.imports.discard(id);
        }
        catch (InvalidInputException ex) {
            return page("", "", ex);
        }
        this.messages.success(flash, "configuration.import.discarded");
        return new ModelAndView("redirect:/configuration/imports");
    }

    private ModelAndView show(ItemImport item) {
        ModelAndView page = new ModelAndView("configuration/import", "upload", item);
        if (item.state() == ItemImport.State.WAITING) {
            ImportPlan plan = this.imports.plan(item.id());
            List<ImportRow> refused = shown(plan, ImportRow.Action.REFUSED);
            List<ImportRow> rows = shown(plan, ImportRow.Action.NEW, ImportRow.Action.CHANGED);
            page.addObject("plan", plan)
                .addObject("refused", refused)
                .addObject("refusedLeft", plan.count(ImportRow.Action.REFUSED) - refused.size())
                .addObject("rows", rows)
                .addObject("left",
                        plan.count(ImportRow.Action.NEW) + plan.count(ImportRow.Action.CHANGED) - rows.size())
                .addObject("actions", ImportRow.Action.values());
        }
        return page;
    }

    private static List<ImportRow> shown(ImportPlan plan, ImportRow.Action... actions) {
        return plan.rows().stream().filter((row) -> List.of(actions).contains(row.action())).limit(SHOWN).toList();
    }

    private ModelAndView page(String root, String owner, @Nullable InvalidInputException refusal) {
        ModelAndView page = new ModelAndView("configuration/imports", "latest", this.imports.latest())
            .addObject("root", root)
            .addObject("owner", owner)
            .addObject("mostMib", ImportManagement.MOST_MIB)
            .addObject("mostRows", ImportManagement.MOST_ROWS);
        if (refusal != null) {
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            page.addObject("refusal", say(refusal));
        }
        return page;
    }

    private String say(InvalidInputException refusal) {
        return this.messages.text(refusal.code(), refusal.arguments());
    }

}
