package io.slipway.api.item;

import io.slipway.api.BodyLimit;
import io.slipway.configuration.exchange.ImportFile;
import io.slipway.configuration.exchange.ImportManagement;
import io.slipway.configuration.exchange.ImportOutcome;
import io.slipway.configuration.exchange.ImportRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Imports configuration items for tools: all of a file or nothing, and first what would
 * happen, for whoever asks.
 */
@RestController
@Tag(name = "Configuration items")
@RequestMapping(path = BodyLimit.IMPORTS, produces = MediaType.APPLICATION_JSON_VALUE)
class ImportApi {

    private static final String CSV = "text/csv";

    private final ImportManagement imports;

    ImportApi(ImportManagement imports) {
        this.imports = imports;
    }

    @Operation(summary = "Imports configuration items from CSV or CycloneDX, all or nothing")
    @PostMapping(consumes = { MediaType.APPLICATION_JSON_VALUE, CSV, "application/*+json",
            MediaType.APPLICATION_XML_VALUE, "application/*+xml", MediaType.TEXT_XML_VALUE })
    @PreAuthorize("hasAuthority('configuration-manager')")
    ImportAnswer run(@RequestBody byte[] file, @RequestHeader("Content-Type") @Parameter(hidden = true) MediaType type,
            @RequestParam(defaultValue = "false") @Parameter(
                    description = "Whether it only says what would happen") boolean dryRun,
            @RequestParam(defaultValue = "") @Parameter(description = "What the file is called") String name,
            @RequestParam(defaultValue = "") @Parameter(
                    description = "Of a bill of materials: key of the item that contains the components") String root,
            @RequestParam(defaultValue = "") @Parameter(
                    description = "Of a bill of materials: who answers for new components") String owner) {
        boolean csv = MediaType.parseMediaType(CSV).isCompatibleWith(type);
        ImportOutcome outcome = this.imports
            .run(csv ? ImportFile.csv(name, file) : ImportFile.bom(name, file, root, owner), dryRun);
        if (!dryRun && outcome.plan().count(ImportRow.Action.REFUSED) > 0) {
            throw ImportAnswer.refusal(outcome.plan());
        }
        return ImportAnswer.of(outcome, dryRun);
    }

}
