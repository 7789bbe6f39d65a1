package io.slipway.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;

import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.InvalidInputException;
import io.slipway.ui.KeyPage;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Evidence from pipelines: the body is the report as the tool wrote it, and what is said
 * of it stands in the address. Everybody who is signed in reads it.
 */
@RestController
@RequestMapping("/api/v1/releases/{key}/evidence")
class EvidenceApi {

    private final EvidenceManagement evidence;

    private final ReleaseManagement releases;

    EvidenceApi(EvidenceManagement evidence, ReleaseManagement releases) {
        this.evidence = evidence;
        this.releases = releases;
    }

    @PostMapping(
            consumes = { MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE, MediaType.APPLICATION_JSON_VALUE,
                    "application/*+json", "application/*+xml", MediaType.APPLICATION_OCTET_STREAM_VALUE },
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<EvidenceAnswer> deliver(@PathVariable String key, @RequestParam(defaultValue = "") String format,
            @RequestParam(defaultValue = "") String level, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String environment, @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String source, @RequestParam(defaultValue = "") String unit,
            @RequestParam(name = "package", defaultValue = "") String packageDigest, HttpServletRequest request)
            throws IOException {
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new InvalidInputException(HttpHeaders.CONTENT_ENCODING, "api.evidence.encoding");
        }
        InputStream body = request.getInputStream();
        EvidenceManagement.Delivered delivered = this.evidence.deliver(key,
                new EvidenceDelivery(format, level, name, environment, time, source, unit, packageDigest), body);
        EvidenceDetails kept = delivered.evidence();
        URI address = URI.create("/api/v1/releases/" + kept.releaseKey() + "/evidence/" + kept.id());
        return ResponseEntity.status(delivered.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
            .location(address)
            .body(EvidenceAnswer.whole(kept));
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    EvidenceAnswer.Page list(@PathVariable String key, @RequestParam(defaultValue = "") String from) {
        ReleaseDetails release = this.releases.get(key);
        long before = from.matches("\\d{1,18}") ? Long.parseLong(from) : Long.MAX_VALUE;
        List<EvidenceDetails> found = this.evidence.of(release)
            .all()
            .stream()
            .filter((one) -> one.id() < before)
            .limit(KeyPage.SIZE + 1)
            .toList();
        KeyPage<EvidenceDetails> page = KeyPage.of(found, (one) -> Long.toString(one.id()));
        return new EvidenceAnswer.Page(page.rows().stream().map(EvidenceAnswer::of).toList(), page.next());
    }

    @GetMapping(path = "/{id:\\d{1,18}}", produces = MediaType.APPLICATION_JSON_VALUE)
    EvidenceAnswer get(@PathVariable String key, @PathVariable long id) {
        return EvidenceAnswer.whole(this.evidence.get(key, id));
    }

    /** Never shown by a browser, whatever it holds. */
    @GetMapping(path = "/{id:\\d{1,18}}/original")
    ResponseEntity<Resource> original(@PathVariable String key, @PathVariable long id) {
        String file = "evidence-" + id + ".txt";
        return ResponseEntity.ok()
            .contentType(MediaType.APPLICATION_OCTET_STREAM)
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
            .body(new InputStreamResource(this.evidence.original(key, id)));
    }

}
