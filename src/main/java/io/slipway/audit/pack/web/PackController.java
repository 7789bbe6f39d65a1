package io.slipway.audit.pack.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;

import io.slipway.audit.RecordSearch;
import io.slipway.audit.chain.SealedRecord;
import io.slipway.audit.pack.EvidencePack;
import io.slipway.audit.pack.VerifierJar;
import io.slipway.release.ReleaseManagement;
import io.slipway.ui.Navigation;
import io.slipway.ui.Navigation.Section;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where evidence packs are taken away.
 */
@Controller
@Navigation(Section.AUDIT)
@PreAuthorize(RecordSearch.READERS)
class PackController {

    private final EvidencePack packs;

    private final SealedRecord log;

    private final VerifierJar verifier;

    private final ReleaseManagement releases;

    PackController(EvidencePack packs, SealedRecord log, VerifierJar verifier, ReleaseManagement releases) {
        this.releases = releases;
        this.packs = packs;
        this.log = log;
        this.verifier = verifier;
    }

    /** Tells what is in a pack, and how to verify it. */
    @GetMapping("/audit/releases/{key}/evidence")
    String show(@PathVariable String key, Model model) {
        model.addAttribute("release", this.releases.get(key));
        model.addAttribute("sealed", this.packs.sealed(key).orElse(null));
        return "audit/pack/pack";
    }

    /**
     * A pack is small enough to be made before it is sent: what fails is told on a page.
     */
    @GetMapping("/audit/releases/{key}/evidence.zip")
    ResponseEntity<byte[]> now(@PathVariable String key) throws IOException {
        return archive(this.packs.of(key), key + "-evidence.zip");
    }

    @GetMapping("/audit/releases/{key}/sealed-evidence.zip")
    ResponseEntity<byte[]> atEnd(@PathVariable String key) throws IOException {
        return archive(this.packs.atEnd(key), key + "-sealed-evidence.zip");
    }

    private static ResponseEntity<byte[]> archive(Map<String, byte[]> files, String name) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        EvidencePack.write(files, archive);
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/zip"))
            .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
            .body(archive.toByteArray());
    }

    /** The whole log goes out as it is read. */
    @GetMapping("/audit/integrity/log.zip")
    void log(HttpServletResponse response) throws IOException {
        String head = this.log.beginLog();
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"log.zip\"");
        this.log.writeLog(head, response.getOutputStream());
    }

    @GetMapping("/audit/integrity/slipway-verify.jar")
    ResponseEntity<byte[]> verifier() {
        return ResponseEntity.ok()
            .contentType(MediaType.parseMediaType("application/java-archive"))
            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"slipway-verify.jar\"")
            .body(this.verifier.content());
    }

}
