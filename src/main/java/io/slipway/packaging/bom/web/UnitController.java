package io.slipway.packaging.bom.web;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.exchange.Bom;
import io.slipway.configuration.exchange.ImportFile;
import io.slipway.configuration.exchange.ImportManagement;
import io.slipway.identity.CurrentActor;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.input.NotFoundException;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.packaging.bom.BomSummary;
import io.slipway.planning.CurrentPlans;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Download;
import io.slipway.ui.Messages;
import io.slipway.ui.Navigation;
import io.slipway.ui.SmallUpload;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
 * A release unit: its bill of materials, the licences in it, and how it differs from that
 * of the former release. From here a configuration manager brings its components into the
 * register, by an import that shows first what it would change.
 */
@Controller
@Navigation(Navigation.Section.RELEASES)
@RequestMapping("/releases/{key}/units/{id:\\d{1,18}}")
class UnitController {

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final BomManagement boms;

    private final ConfigurationManagement configuration;

    private final ImportManagement imports;

    private final CurrentActor currentActor;

    private final Messages messages;

    private final CurrentPlans plans;

    UnitController(ReleaseManagement releases, PackageManagement packages, BomManagement boms,
            ConfigurationManagement configuration, ImportManagement imports, CurrentActor currentActor,
            Messages messages, CurrentPlans plans) {
        this.releases = releases;
        this.packages = packages;
        this.boms = boms;
        this.configuration = configuration;
        this.imports = imports;
        this.currentActor = currentActor;
        this.messages = messages;
        this.plans = plans;
    }

    @GetMapping
    ModelAndView show(@PathVariable String key, @PathVariable long id, @RequestParam(defaultValue = "") String from) {
        return page(this.releases.get(key), id, from);
    }

    @PostMapping({ "/bom", "/bill" })
    @PreAuthorize("hasAnyAuthority('build-engineer', 'release-manager')")
    ModelAndView deliver(@PathVariable String key, @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file, RedirectAttributes flash) throws IOException {
        ReleaseDetails release = this.releases.get(key);
        try {
            this.boms.deliver(release.key(), id, SmallUpload.bytes(file, Bom.MOST_MIB, "configuration.import.large"));
            this.messages.success(flash, "release.bom.done");
            return new ModelAndView("redirect:/releases/" + release.key() + "/units/" + id);
        }
        catch (InvalidInputException ex) {
            return refused(page(release, id, ""), ex);
        }
    }

    @GetMapping({ "/bom", "/bill" })
    ResponseEntity<Resource> file(@PathVariable String key, @PathVariable long id) {
        ReleaseDetails release = this.releases.get(key);
        ReleaseUnitDetails unit = this.packages.get(release.key()).unit(id);
        BomSummary bom = bom(unit);
        String name = unit.name().replaceAll("[^A-Za-z0-9.-]+", "-") + ".cdx." + bom.format().toLowerCase(Locale.ROOT);
        return Download.of(name, this.boms.file(bom));
    }

    /** Prepares an import; nothing of the register changes before it is looked at. */
    @PostMapping("/register")
    @PreAuthorize("hasAuthority('configuration-manager')")
    ModelAndView register(@PathVariable String key, @PathVariable long id, @RequestParam(defaultValue = "") String root)
            throws IOException {
        ReleaseDetails release = this.releases.get(key);
        ReleaseUnitDetails unit = this.packages.get(release.key()).unit(id);
        try {
            long number = this.imports
                .upload(ImportFile.bom(unit.name() + " " + unit.version() + " (" + release.key() + ")",
                        this.boms.file(bom(unit)).readAllBytes(), root, ""));
            return new ModelAndView("redirect:/configuration/imports/" + number);
        }
        catch (InvalidInputException ex) {
            return refused(page(release, id, ""), ex);
        }
    }

    private BomSummary bom(ReleaseUnitDetails unit) {
        return this.boms.of(unit).orElseThrow(() -> new NotFoundException("bill of materials", unit.name()));
    }

    private ModelAndView refused(ModelAndView page, InvalidInputException refusal) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page.addObject("refusal", this.messages.text(refusal.code(), refusal.arguments()));
    }

    private ModelAndView page(ReleaseDetails release, long id, String from) {
        ReleaseUnitDetails unit = this.packages.get(release.key()).unit(id);
        Optional<BomSummary> bom = this.boms.of(unit);
        ModelAndView page = new ModelAndView("release/unit", "release", release).addObject("unit", unit)
            .addObject("bom", bom.orElse(null))
            .addObject("mayDeliver", this.packages.mayChange(release))
            .addObject("mostMib", Bom.MOST_MIB);
        if (bom.isPresent()) {
            page.addObject("page", this.boms.components(bom.get(), from))
                .addObject("difference", from.isEmpty() ? this.boms.difference(release, unit).orElse(null) : null)
                .addObject("containers", this.currentActor.get().has(Role.CONFIGURATION_MANAGER)
                        ? containers(release, unit) : List.of());
        }
        return page;
    }

    /**
     * What may contain the components: an item named like the unit, those of the plan.
     */
    private List<ItemSummary> containers(ReleaseDetails release, ReleaseUnitDetails unit) {
        Set<String> keys = new LinkedHashSet<>(this.plans.of(release).plan().scope().items());
        this.configuration.services(release.services()).forEach((item) -> keys.add(item.key()));
        this.configuration.named(List.of(unit.name())).forEach((item) -> keys.add(item.key()));
        keys.add(unit.name().toLowerCase(Locale.ROOT));
        return this.configuration.find(keys);
    }

}
