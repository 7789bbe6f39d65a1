package io.slipway.api.evidence;

import java.io.IOException;
import java.net.URI;
import java.util.List;

import io.slipway.api.ReportForm;
import io.slipway.api.TokenScope;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Download;
import io.slipway.validation.evidence.EvidenceAttachment;
import io.slipway.validation.evidence.EvidenceDelivery;
import io.slipway.validation.evidence.EvidenceDetails;
import io.slipway.validation.evidence.EvidenceManagement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Evidence from pipelines: the body is the report as the tool wrote it, and what is said
 * of it stands in the address; or both are parts of one form, which may bring
 * attachments. Everybody who is signed in reads it.
 */
@RestController
@Tag(name = "Evidence and gates")
@RequestMapping(TokenScope.RELEASES + "/{key}/evidence")
class EvidenceApi {

    private final EvidenceManagement evidence;

    private final ReleaseManagement releases;

    EvidenceApi(EvidenceManagement evidence, ReleaseManagement releases) {
        this.evidence = evidence;
        this.releases = releases;
    }

    @Operation(summary = "Delivers a report as evidence",
            description = "What is said of the report stands in the address, or in the fields of a form, before its file. "
                    + "Behind the file of a test done by hand may be attachments. "
                    + "The same report of the same tests is kept once.",
            requestBody = @RequestBody(required = true,
                    description = "The report as the tool wrote it, at most 250 MiB",
                    content = {
                            @Content(mediaType = MediaType.APPLICATION_XML_VALUE, schema = @Schema(type = "string")),
                            @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(type = "object")),
                            @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                    schema = @Schema(type = "string", format = "binary")),
                            @Content(mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                    schemaProperties = {
                                            @SchemaProperty(name = ReportForm.FILE,
                                                    schema = @Schema(type = "string", format = "binary")),
                                            @SchemaProperty(name = ReportForm.ATTACHMENT,
                                                    array = @ArraySchema(maxItems = EvidenceManagement.MOST_ATTACHMENTS,
                                                            schema = @Schema(type = "string", format = "binary",
                                                                    description = "At most 20 MiB"))) }) }))
    @ApiResponse(responseCode = "200", description = "It was there already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    @PreAuthorize("hasAnyAuthority('build-engineer', 'test-manager')")
    @PostMapping(consumes = { MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE,
            MediaType.APPLICATION_JSON_VALUE, "application/*+json", "application/*+xml",
            MediaType.APPLICATION_OCTET_STREAM_VALUE, MediaType.MULTIPART_FORM_DATA_VALUE },
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
        EvidenceDelivery said = new EvidenceDelivery(format, level, name, environment, time, source, unit,
                packageDigest);
        EvidenceManagement.Delivered delivered;
        if (ReportForm.isOne(request)) {
            ReportForm form = ReportForm.open(request, said);
            delivered = this.evidence.deliver(key, form.said(), form.report(), form);
        }
        else {
            delivered = this.evidence.deliver(key, said, request.getInputStream());
        }
        EvidenceDetails kept = delivered.evidence();
        return ResponseEntity.status(delivered.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
            .location(URI.create(EvidenceAnswer.address(kept)))
            .body(EvidenceAnswer.whole(kept));
    }

    @Operation(summary = "Lists the evidence of a release, and what counts")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    EvidenceAnswer.Page list(@PathVariable String key, @RequestParam(defaultValue = "") String from) {
        ReleaseDetails release = this.releases.get(key);
        long before = KeyPage.idBefore(from);
        List<EvidenceDetails> found = this.evidence.of(release)
            .all()
            .stream()
            .filter((one) -> one.id() < before)
            .limit(KeyPage.SIZE + 1)
            .toList();
        KeyPage<EvidenceDetails> page = KeyPage.of(found, (one) -> Long.toString(one.id()));
        return new EvidenceAnswer.Page(page.rows().stream().map(EvidenceAnswer::of).toList(), page.next());
    }

    @Operation(summary = "Reads one piece of evidence, with suites and findings")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    EvidenceAnswer get(@PathVariable String key, @PathVariable long id) {
        return EvidenceAnswer.whole(this.evidence.get(key, id));
    }

    @Operation(summary = "Reads a report as it was sent, if it is small")
    @GetMapping(path = "/{id}/original")
    ResponseEntity<Resource> original(@PathVariable String key, @PathVariable long id) {
        return Download.of("evidence-" + id + ".txt", this.evidence.original(key, id));
    }

    @Operation(summary = "Gives a file that came with a test done by hand")
    @GetMapping(path = "/{id}/attachments/{number}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> attachment(@PathVariable String key, @PathVariable long id, @PathVariable int number) {
        EvidenceAttachment file = this.evidence.attachment(key, id, number);
        return Download.of(file.name(), file.size(), this.evidence.content(file));
    }

}
