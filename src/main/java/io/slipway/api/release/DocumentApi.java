package io.slipway.api.release;

import java.io.IOException;
import java.net.URI;

import io.slipway.api.EntityTag;
import io.slipway.api.TokenScope;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageDocument;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.document.DocumentManagement;
import io.slipway.release.ReleaseDetails;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Download;
import io.slipway.ui.form.FormText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Documents and scripts of a package: sent as they are, while the release is being built;
 * read by everybody who is signed in.
 */
@RestController
@Tag(name = "Units and packages")
@RequestMapping(TokenScope.RELEASES + "/{key}/documents")
class DocumentApi {

    private static final String BUILDERS = "hasAnyAuthority('build-engineer', 'release-manager')";

    private final DocumentManagement documents;

    private final ReleaseManagement releases;

    private final PackageManagement packages;

    private final PackageDelivery delivery;

    DocumentApi(DocumentManagement documents, ReleaseManagement releases, PackageManagement packages,
            PackageDelivery delivery) {
        this.documents = documents;
        this.releases = releases;
        this.packages = packages;
        this.delivery = delivery;
    }

    @Operation(summary = "Lists the documents and scripts of a release")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DocumentAnswer.All> list(@PathVariable String key) {
        ReleaseDetails release = this.releases.get(key);
        return ResponseEntity.ok()
            .eTag(EntityTag.of(release.version()))
            .body(new DocumentAnswer.All(
                    this.packages.get(release.key()).documents().stream().map(DocumentAnswer::of).toList()));
    }

    @Operation(summary = "Uploads a document or script while the release is being built",
            description = "The body is the file as it is, as application/octet-stream, at most 50 MiB.")
    @ApiResponse(responseCode = "200", description = "The same file is there already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Uploaded", useReturnTypeSchema = true)
    @PreAuthorize(BUILDERS)
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<DocumentAnswer> add(@PathVariable String key, @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String kind, HttpServletRequest request) throws IOException {
        ReleaseDetails release = this.delivery.changeable(key);
        DocumentKind chosen = FormText.choice(DocumentKind.class, FormText.known(DocumentKind.class, kind));
        DocumentManagement.Added added = this.documents.add(release.key(), chosen, name, request.getInputStream());
        PackageDocument document = added.document();
        return ResponseEntity.status(added.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
            .location(URI.create(TokenScope.RELEASES + "/" + release.key() + "/documents/" + document.id()))
            .body(DocumentAnswer.of(document));
    }

    @Operation(summary = "Reads what is known of a document or script")
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    DocumentAnswer get(@PathVariable String key, @PathVariable long id) {
        return DocumentAnswer.of(this.documents.get(key, id));
    }

    @Operation(summary = "Gives a document or script as it was uploaded")
    @GetMapping(path = "/{id}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<Resource> content(@PathVariable String key, @PathVariable long id) {
        PackageDocument document = this.documents.get(key, id);
        return Download.of(document.name(), document.size(), this.documents.content(document));
    }

    @Operation(summary = "Removes a document or script while the release is being built")
    @ApiResponse(responseCode = "204", description = "Removed")
    @PreAuthorize(BUILDERS)
    @DeleteMapping(path = "/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String key, @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        ReleaseDetails release = this.delivery.changeable(key);
        this.documents.remove(release.key(), id, EntityTag.version(tag));
    }

}
