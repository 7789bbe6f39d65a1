package io.slipway.api.release;

import java.util.List;

import io.slipway.input.NotFoundException;
import io.slipway.packaging.ArtifactLibrary;
import io.slipway.packaging.ArtifactUse;
import io.slipway.ui.Navigation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows an artifact by its digest, and the releases that it is part of.
 */
@Controller
@Navigation(Navigation.Section.RELEASES)
class ArtifactController {

    private final ArtifactLibrary artifacts;

    ArtifactController(ArtifactLibrary artifacts) {
        this.artifacts = artifacts;
    }

    @GetMapping("/artifacts/{digest:[0-9a-fA-F]{64}}")
    String show(@PathVariable String digest, Model model) {
        List<ArtifactUse> uses = this.artifacts.uses(digest);
        if (uses.isEmpty()) {
            throw new NotFoundException("artifact", digest);
        }
        model.addAttribute("uses", uses);
        model.addAttribute("unit", uses.get(0).unit());
        model.addAttribute("gone", this.artifacts.missing(List.of(uses.get(0).unit().digest())));
        return "api/artifact";
    }

}
