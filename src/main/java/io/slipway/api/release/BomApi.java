package io.slipway.api.release;

import java.net.URI;
import java.util.Locale;

import io.slipway.api.TokenScope;
import io.slipway.input.NotFoundException;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.ReleaseUnitDetails;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.packaging.bom.BomSummary;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Download;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The bill of materials of a unit: delivered as the CycloneDX file, while the release is
 * being built; read by everybody who is signed in.
 */
@RestController
@Tag(name = "Units and packages")
@RequestMapping({ TokenScope.RELEASES + "/{key}/units/{id}/bom", TokenScope.RELEASES + BomApi.FORMER })
class BomApi {

    /** Where it was before; answers for one more version. */
    static final String FORMER = "/{key}/units/{id}/bill-of-materials";

    private final BomManagement boms;

    private final PackageManagement packages;

    private final ReleaseManagement releases;

    private final PackageDelivery delivery;

    BomApi(BomManagement boms, PackageManagement packages, ReleaseManagement releases, PackageDelivery delivery) {
        this.boms = boms;
        this.packages = packages;
        this.releases = releases;
        this.delivery = delivery;
    }

    @Operation(summary = "Delivers the bill of materials of a unit, as CycloneDX 1.2 to 1.7")
    @ApiResponse(responseCode = "200", description = "Read; the unit had one before", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Read", useReturnTypeSchema = true)
    @PreAuthorize("hasAnyAuthority('build-engineer', 'release-manager')")
    @PutMapping(
            consumes = { MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_XML_VALUE, "application/*+json",
                    "application/*+xml", MediaType.TEXT_XML_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<BomAnswer> deliver(@PathVariable String key, @PathVariable long id, @RequestBody byte[] file) {
        ReleaseDetails release = this.delivery.changeable(key);
        boolean fresh = this.boms.deliver(release.key(), id, file);
        URI address = URI.create(TokenScope.RELEASES + "/" + release.key() + "/units/" + id + "/bom");
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).location(address).body(get(key, id));
    }

    @Operation(summary = "Reads what is known of a unit's bill of materials")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    BomAnswer get(@PathVariable String key, @PathVariable long id) {
        ReleaseUnitDetails unit = unit(key, id);
        return BomAnswer.of(unit.name(), bom(unit));
    }

    @Operation(summary = "Lists the components of a unit, with their licences")
    @GetMapping(path = "/components", produces = MediaType.APPLICATION_JSON_VALUE)
    BomAnswer.Components components(@PathVariable String key, @PathVariable long id,
            @RequestParam(defaultValue = "") String from) {
        return BomAnswer.Components.of(this.boms.components(bom(unit(key, id)), from));
    }

    @Operation(summary = "Compares a unit with the one of the same name in the former release")
    @GetMapping(path = "/differences", produces = MediaType.APPLICATION_JSON_VALUE)
    BomAnswer.Differences differences(@PathVariable String key, @PathVariable long id) {
        ReleaseDetails release = this.releases.get(key);
        ReleaseUnitDetails unit = this.packages.get(release.key()).unit(id);
        bom(unit);
        return BomAnswer.Differences.of(this.boms.difference(release, unit).orElse(null));
    }

    @Operation(summary = "Gives the bill of materials as it was delivered")
    @GetMapping(path = "/original", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> original(@PathVariable String key, @PathVariable long id) {
        BomSummary bom = bom(unit(key, id));
        String name = "bill-" + id + ".cdx." + bom.format().toLowerCase(Locale.ROOT);
        return Download.of(name, this.boms.file(bom));
    }

    private ReleaseUnitDetails unit(String key, long id) {
        return this.packages.get(this.releases.get(key).key()).unit(id);
    }

    private BomSummary bom(ReleaseUnitDetails unit) {
        return this.boms.of(unit).orElseThrow(() -> new NotFoundException("bill of materials", unit.name()));
    }

}
