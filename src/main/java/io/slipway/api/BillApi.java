package io.slipway.api;

import java.net.URI;
import java.util.Locale;

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
@RequestMapping(TokenScope.RELEASES + "/{key}/units/{id}/bill-of-materials")
class BillApi {

    private final BomManagement bills;

    private final PackageManagement packages;

    private final ReleaseManagement releases;

    private final PackageDelivery delivery;

    BillApi(BomManagement bills, PackageManagement packages, ReleaseManagement releases, PackageDelivery delivery) {
        this.bills = bills;
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
    ResponseEntity<BillAnswer> deliver(@PathVariable String key, @PathVariable long id, @RequestBody byte[] file) {
        ReleaseDetails release = this.delivery.changeable(key);
        boolean fresh = this.bills.deliver(release.key(), id, file);
        URI address = URI.create(TokenScope.RELEASES + "/" + release.key() + "/units/" + id + "/bill-of-materials");
        return ResponseEntity.status(fresh ? HttpStatus.CREATED : HttpStatus.OK).location(address).body(get(key, id));
    }

    @Operation(summary = "Reads what is known of a unit's bill of materials")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    BillAnswer get(@PathVariable String key, @PathVariable long id) {
        ReleaseUnitDetails unit = unit(key, id);
        return BillAnswer.of(unit.name(), bill(unit));
    }

    @Operation(summary = "Lists the components of a unit, with their licences")
    @GetMapping(path = "/components", produces = MediaType.APPLICATION_JSON_VALUE)
    BillAnswer.Components components(@PathVariable String key, @PathVariable long id,
            @RequestParam(defaultValue = "") String from) {
        return BillAnswer.Components.of(this.bills.components(bill(unit(key, id)), from));
    }

    @Operation(summary = "Compares a unit with the one of the same name in the former release")
    @GetMapping(path = "/differences", produces = MediaType.APPLICATION_JSON_VALUE)
    BillAnswer.Differences differences(@PathVariable String key, @PathVariable long id) {
        ReleaseDetails release = this.releases.get(key);
        ReleaseUnitDetails unit = this.packages.get(release.key()).unit(id);
        bill(unit);
        return BillAnswer.Differences.of(this.bills.difference(release, unit).orElse(null));
    }

    @Operation(summary = "Gives the bill of materials as it was delivered")
    @GetMapping(path = "/original", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> original(@PathVariable String key, @PathVariable long id) {
        BomSummary bill = bill(unit(key, id));
        String name = "bill-" + id + ".cdx." + bill.format().toLowerCase(Locale.ROOT);
        return Download.of(name, this.bills.file(bill));
    }

    private ReleaseUnitDetails unit(String key, long id) {
        return this.packages.get(this.releases.get(key).key()).unit(id);
    }

    private BomSummary bill(ReleaseUnitDetails unit) {
        return this.bills.of(unit).orElseThrow(() -> new NotFoundException("bill of materials", unit.name()));
    }

}
