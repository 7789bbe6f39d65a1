package io.slipway.api.item;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import io.slipway.api.EntityTag;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemSummary;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.relation.Direction;
import io.slipway.configuration.relation.ImpactManagement;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.configuration.relation.RelationRef;
import io.slipway.input.InvalidInputException;
import io.slipway.input.KeyPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Configuration items for tools. Everybody who is signed in reads them, configuration
 * managers write them, under the condition that an item is still as it was read.
 */
@RestController
@Tag(name = "Configuration items")
@RequestMapping(path = "/api/v1/items", produces = MediaType.APPLICATION_JSON_VALUE)
class ItemApi {

    private static final String KEEPER = "hasAuthority('configuration-manager')";

    private final ConfigurationManagement configuration;

    private final RelationManagement relations;

    private final ImpactManagement impacts;

    ItemApi(ConfigurationManagement configuration, RelationManagement relations, ImpactManagement impacts) {
        this.configuration = configuration;
        this.relations = relations;
        this.impacts = impacts;
    }

    @Operation(summary = "Lists configuration items, 25 to a page")
    @GetMapping
    ItemAnswer.Page list(@RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable ItemType type, @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "false") boolean retired, @RequestParam(defaultValue = "") String from) {
        KeyPage<ItemSummary> page = this.configuration.list(new ItemQuery(text, type, owner, retired, from));
        return new ItemAnswer.Page(page.rows().stream().map(ItemAnswer.Row::of).toList(), page.next());
    }

    @Operation(summary = "Registers a configuration item")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(KEEPER)
    ResponseEntity<ItemAnswer> register(@RequestBody ItemRequest request) {
        String key = request.newKey();
        this.configuration.register(key, request.profile(), request.newStatus());
        ItemDetails item = this.configuration.get(key);
        return ResponseEntity.created(URI.create("/api/v1/items/" + key))
            .eTag(EntityTag.of(item.version()))
            .body(answer(item));
    }

    @Operation(summary = "Reads a configuration item; its version is the entity tag")
    @GetMapping("/{key}")
    ResponseEntity<ItemAnswer> get(@PathVariable String key) {
        ItemDetails item = this.configuration.get(key);
        return ResponseEntity.ok().eTag(EntityTag.of(item.version())).body(answer(item));
    }

    @Operation(summary = "Replaces a configuration item that is still the version of If-Match")
    @PutMapping(path = "/{key}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize(KEEPER)
    ResponseEntity<ItemAnswer> change(@PathVariable String key, @RequestBody ItemRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String tag) {
        ItemDetails item = this.configuration.get(key);
        Integer version = EntityTag.version(tag);
        request.refuseOther(item);
        this.configuration.change(item.item().key(), (version != null) ? version : item.version(), request.profile());
        if (item.item().status() == ItemStatus.PLANNED && request.status() == ItemStatus.LIVE) {
            this.configuration.goLive(item.item().key());
        }
        return get(item.item().key());
    }

    @Operation(summary = "Relates two configuration items")
    @PutMapping("/{key}/relations/{kind}/{target}")
    @PreAuthorize(KEEPER)
    ResponseEntity<ItemAnswer> relate(@PathVariable String key, @PathVariable String kind,
            @PathVariable String target) {
        String item = this.configuration.get(key).item().key();
        RelationRef wanted = new RelationRef(kind(kind), target.toLowerCase(Locale.ROOT));
        if (!known(item).contains(wanted)) {
            this.relations.add(item, wanted.kind(), wanted.target());
        }
        return get(item);
    }

    @Operation(summary = "Removes a relation")
    @DeleteMapping("/{key}/relations/{kind}/{target}")
    @PreAuthorize(KEEPER)
    ResponseEntity<ItemAnswer> unrelate(@PathVariable String key, @PathVariable String kind,
            @PathVariable String target, @RequestParam(defaultValue = "") String reason) {
        this.relations.remove(key, kind(kind), target, reason);
        return get(key);
    }

    @Operation(summary = "Says what is affected by an item, or what it needs")
    @GetMapping("/{key}/impact")
    ItemAnswer.Impact impact(@PathVariable String key, @RequestParam(defaultValue = "affected") String direction) {
        boolean needed = "needed".equalsIgnoreCase(direction);
        if (!needed && !"affected".equalsIgnoreCase(direction)) {
            throw new InvalidInputException("direction", "api.items.direction");
        }
        return ItemAnswer.Impact.of(this.configuration.get(key).item().key(),
                this.impacts.of(key, needed ? Direction.NEEDED : Direction.AFFECTED));
    }

    private ItemAnswer answer(ItemDetails item) {
        return ItemAnswer.of(item, known(item.item().key()));
    }

    private SortedSet<RelationRef> known(String key) {
        return this.relations.of(List.of(key)).getOrDefault(key, new TreeSet<>());
    }

    private static RelationKind kind(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (RelationKind kind : RelationKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new InvalidInputException("kind", "api.items.kind");
    }

}
