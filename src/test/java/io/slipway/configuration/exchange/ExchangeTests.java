package io.slipway.configuration.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemBatchManagement;
import io.slipway.configuration.ItemCause;
import io.slipway.configuration.ItemDetails;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemQuery;
import io.slipway.configuration.ItemStatus;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.ItemWrite;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.identity.Acting;
import io.slipway.input.InvalidInputException;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StatementCounter;
import io.slipway.test.Visitor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Imports show what they would do, do all of it or nothing, and see when the register
 * moved; what was exported reads back as unchanged.
 */
@SlipwayTest
class ExchangeTests {

    private static final String KEEPER = "configuration-manager";

    private static final String HEADER = "key,name,type,criticality,owner,status,version,description,attributes,relations\n";

    @LocalServerPort
    int port;

    @Autowired
    ImportManagement imports;

    @Autowired
    ExportManagement exports;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    ItemBatchManagement batches;

    @Autowired
    StatementCounter statements;

    @Autowired
    RelationManagement relations;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    private final String mark = "x" + UUID.randomUUID().toString().substring(0, 8) + "-";

    @ParameterizedTest
    @ValueSource(strings = { "administrator", "auditor", "release-manager" })
    void belongToConfigurationManagers(String other) {
        long id = upload(row("a", ""));
        for (Runnable act : List.<Runnable>of(() -> this.imports.upload(ImportFile.csv("x.csv", new byte[1])),
                () -> this.imports.upload(ImportFile.bom("x.json", new byte[1], "", "")), () -> this.imports.plan(id),
                () -> this.imports.run(ImportFile.csv("x.csv", new byte[1]), true), () -> this.imports.apply(id, ""),
                () -> this.imports.discard(id))) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> this.acting.as(other, act));
        }
    }

    @Test
    void registerChangeAndRelateAllAtOnce() {
        register("old");
        long id = upload(row("a", "depends-on " + key("b")) + row("b", "") + key("old") + ",Renamed " + key("old")
                + ",,critical,,,9.1,,kind = x,\n");
        ImportPlan plan = plan(id);
        assertThat(plan.rows()).extracting((row) -> row.action() + " " + row.key())
            .containsExactly("NEW " + key("a"), "NEW " + key("b"), "CHANGED " + key("old"));
        assertThat(plan.rows().get(2).changes()).contains(new ImportRow.Change("criticality", "LOW", "CRITICAL"),
                new ImportRow.Change("edition", "", "9.1"));
        assertThat(this.configuration.find(List.of(key("a")))).isEmpty();
        apply(id, plan.token());
        assertThat(this.configuration.get(key("old")).item().name()).isEqualTo("Renamed " + key("old"));
        assertThat(this.relations.neededBy(key("b"), "").rows()).hasSize(1);
        assertThat(this.acting.as(KEEPER, () -> this.imports.get(id)).added()).isEqualTo(2);
        assertThat(this.jdbc.sql("select count(*) from audit_entries where subject = ? and reason like 'Import %'")
            .param(key("old"))
            .query(Integer.class)
            .single()).isPositive();
        assertRefused("configuration.import.over", () -> this.imports.apply(id, plan.token()));
        assertRefused("configuration.import.over", () -> this.imports.discard(id));
    }

    @Test
    void tellEveryRowThatIsRefusedAndApplyNothing() {
        register("old");
        long id = upload(row("a", "eats " + key("b")) + row("a", "") + "No Key,,,,,,,,,\n" + key("c") + ",Name of "
                + key("old") + ",host,low,nobody-here,retired,,,no equals,uses nowhere\n" + row("d", ""));
        ImportPlan plan = plan(id);
        assertThat(plan.count(ImportRow.Action.REFUSED)).isEqualTo(4);
        assertThat(plan.applicable()).isFalse();
        assertThat(plan.rows().get(0).refusals()).extracting(ImportRow.Refusal::field).containsExactly("relations");
        assertThat(plan.rows().get(1).refusals()).extracting(ImportRow.Refusal::field).contains("key");
        assertThat(plan.rows().get(3).line()).isEqualTo(5);
        assertThat(plan.rows().get(3).refusals()).extracting(ImportRow.Refusal::field)
            .contains("owner", "status", "attributes", "relations");
        assertRefused("configuration.import.not-applicable", () -> this.imports.apply(id, plan.token()));
        assertThat(this.configuration.find(List.of(key("d")))).isEmpty();
        assertThat(plan(id).rows()).hasSize(5);
    }

    @Test
    void seeThatTheRegisterMovedMeanwhile() {
        register("old");
        long id = upload(key("old") + ",,,high,,,,,,\n");
        ImportPlan plan = plan(id);
        this.acting.as(KEEPER, () -> this.configuration.change(key("old"), 0, profile("old", Criticality.MEDIUM)));
        assertRefused("configuration.import.moved", () -> this.imports.apply(id, plan.token()));
        assertThat(this.configuration.get(key("old")).item().criticality()).isEqualTo(Criticality.MEDIUM);
        apply(id, plan(id).token());
        assertThat(this.configuration.get(key("old")).item().criticality()).isEqualTo(Criticality.HIGH);
    }

    @Test
    void readBackWhatWasExported() throws IOException {
        register("one", "two");
        long first = upload(key("one") + ",,,,,,\t1.0,=HYPERLINK(\"x\"),a = 1,uses " + key("two") + "\n");
        apply(first, plan(first).token());
        StringBuilder file = new StringBuilder();
        this.exports.write(new ItemQuery(this.mark, null, "", false, ""), file);
        assertThat(file.toString()).startsWith("key,name,type").contains("'=HYPERLINK").contains("uses " + key("two"));
        long id = this.acting.as(KEEPER, () -> this.imports
            .upload(ImportFile.csv("back.csv", file.toString().getBytes(StandardCharsets.UTF_8))));
        assertThat(plan(id).count(ImportRow.Action.UNCHANGED)).isEqualTo(2);
        assertThat(plan(id).applicable()).isFalse();
    }

    @Test
    void bringComponentsOfABomAndLeaveOthersAlone() {
        register("app");
        String bom = """
                { "bomFormat": "CycloneDX", "specVersion": "1.5", "components": [
                  { "type": "library", "name": "%1$slib", "version": "%2$s", "bom-ref": "l" },
                  { "type": "library", "name": "%1$sdep", "version": "1", "bom-ref": "d" } ],
                  "dependencies": [ { "ref": "l", "dependsOn": [ "d" ] } ] }""";
        long id = bom(bom.formatted(this.mark, "1.0"), key("app"));
        apply(id, plan(id).token());
        assertThat(this.configuration.get(key("lib")).item().type()).isEqualTo(ItemType.COMPONENT);
        assertThat(this.configuration.get(key("lib")).item().owner()).isEqualTo(KEEPER);
        assertThat(this.relations.needs(key("app"), "").rows()).hasSize(2);
        long next = bom(bom.formatted(this.mark, "2.0"), key("app"));
        assertThat(plan(next).rows().get(0).changes()).containsExactly(new ImportRow.Change("edition", "1.0", "2.0"));
        long stranger = bom(bom.formatted(this.mark, "2.0"), "nothing-there");
        assertThat(plan(stranger).rows().get(0).refusals()).isNotEmpty();
        this.jdbc.sql("update configuration_items set type = 'HOST' where item_key = ?").param(key("dep")).update();
        assertThat(plan(next).count(ImportRow.Action.REFUSED)).isEqualTo(1);
    }

    @Test
    void refuseWhatIsTooLargeOrEmpty() {
        assertRefused("configuration.import.missing", () -> this.imports.upload(ImportFile.csv("x", new byte[0])));
        assertRefused("configuration.import.large",
                () -> this.imports.upload(ImportFile.csv("x", new byte[6 * 1024 * 1024])));
    }

    @Test
    void takeTenTimesTheRowsWithHardlyMoreStatements() {
        Visitor keeper = new Visitor(this.port).signIn(KEEPER);
        int few = statements(keeper, "few", 20);
        int many = statements(keeper, "many", 200);
        assertThat(many).as("statements for 200 rows, where 20 rows took " + few).isLessThan(few + 5);
        assertThat(this.configuration.get(key("many199")).item().status()).isEqualTo(ItemStatus.LIVE);
        assertThat(this.configuration.get(key("many0")).confirmedBy()).isEqualTo(KEEPER);
        assertThat(this.relations.neededBy(key("many0"), "").rows()).hasSize(1);
        assertThat(this.jdbc
            .sql("select action from audit_entries where subject_type = 'item' and subject = ? order by sequence")
            .param(key("many1"))
            .query(String.class)
            .list()).containsExactly("item.registered", "item.related", "item.related", "item.changed");
    }

    /** Registers and relates so many items, then changes them all; counts the latter. */
    private int statements(Visitor keeper, String name, int rows) {
        StringBuilder fresh = new StringBuilder();
        StringBuilder changed = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            fresh.append(row(name + i, (i > 0) ? "uses " + key(name + (i - 1)) : ""));
            changed.append(key(name + i)).append(",high\n");
        }
        String counted = this.mark + name;
        int statements = apply(keeper, upload(fresh.toString()), counted + "-new");
        long id = upload("key,criticality\n", changed.toString());
        return statements + apply(keeper, id, counted + "-changed");
    }

    private int apply(Visitor keeper, long id, String counted) {
        keeper.get("/configuration/imports/" + id);
        assertThat(keeper.postCounted("/configuration/imports/" + id + "/apply", counted, "token", plan(id).token())
            .statusCode()).isEqualTo(302);
        return this.statements.of(counted).size();
    }

    @Test
    void applyNothingWhereOneRecordMovedMeanwhile() {
        register("one", "two");
        ItemDetails read = this.configuration.get(key("one"));
        ItemDetails other = this.configuration.get(key("two"));
        this.acting.as(KEEPER, () -> this.configuration.change(key("two"), 0, profile("two", Criticality.MEDIUM)));
        List<ItemWrite> writes = List.of(
                new ItemWrite(key("one"), read, profile("one", Criticality.HIGH), ItemStatus.LIVE),
                new ItemWrite(key("two"), other, profile("two", Criticality.HIGH), ItemStatus.LIVE));
        ItemCause cause = new ItemCause("item.changed", "", null);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
            .isThrownBy(() -> this.acting.as(KEEPER, () -> this.batches.write(writes, cause)));
        assertThat(this.configuration.get(key("one")).item().criticality()).isEqualTo(Criticality.LOW);
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("administrator", () -> this.batches.write(writes, cause)));
        List<ItemWrite> same = List.of(
                new ItemWrite(key("a"), null, profile("\u00dcber", Criticality.LOW), ItemStatus.LIVE),
                new ItemWrite(key("b"), null, profile("uber", Criticality.LOW), ItemStatus.LIVE));
        assertRefused("configuration.name.taken", () -> this.batches.write(same, cause));
        List<ItemWrite> known = List
            .of(new ItemWrite(key("one"), null, profile("other", Criticality.LOW), ItemStatus.LIVE));
        assertRefused("configuration.taken", () -> this.batches.write(known, cause));
    }

    @Test
    void areUploadedLookedAtAndAppliedOnPages() {
        Visitor keeper = new Visitor(this.port).signIn(KEEPER);
        String path = "/configuration/imports";
        keeper.get(path);
        Document wrong = Jsoup.parse(keeper.upload(path, "x.csv", "key,colour\na,b\n", "format", "csv").body());
        assertThat(wrong.select("#csv-error").text()).contains("The column colour is not known.");
        assertThat(wrong.select("#bom-error")).isEmpty();
        assertThat(keeper.upload(path, "x.json", "{", "format", "cyclonedx", "root", "<b>", "owner", "me").body())
            .contains("no CycloneDX", "value=\"&lt;b&gt;\"");
        String where = keeper.upload(path, "<i>items.csv", HEADER + row("a", "") + row("a", ""), "format", "csv")
            .headers()
            .firstValue("Location")
            .orElseThrow();
        String place = where.substring(where.indexOf("/configuration"));
        assertThat(keeper.page(place).text()).contains("Import of <i>items.csv", "The key is in line 2 already.")
            .doesNotContain("Apply all of it");
        assertThat(keeper.page(place).select("main h2").eachText().get(0)).isEqualTo("One row is refused");
        assertThat(keeper.post(place + "/discard").statusCode()).isEqualTo(302);
        String other = HEADER.replace(',', ';').strip() + ";asset_tag\n" + row("a", "").replace(',', ';').strip()
                + ";7\n";
        where = keeper.upload(path, "other.csv", other, "format", "csv").headers().firstValue("Location").orElseThrow();
        assertThat(keeper.page(where.substring(where.indexOf("/configuration"))).text())
            .contains("One column is not known, and nothing is read from it: asset_tag.", "Name of " + key("a"));
        where = keeper.upload(path, "items.csv", HEADER + row("a", ""), "format", "csv")
            .headers()
            .firstValue("Location")
            .orElseThrow();
        place = where.substring(where.indexOf("/configuration"));
        Document page = keeper.page(place);
        assertThat(page.text()).contains("Name of " + key("a"));
        String token = page.select("input[name=token]").val();
        assertThat(keeper.post(place + "/apply", "token", "other").statusCode()).isEqualTo(409);
        assertThat(keeper.post(place + "/apply", "token", token).statusCode()).isEqualTo(302);
        assertThat(keeper.page(place).text()).contains("Applied: 1 new, 0 changed.");
        Visitor reader = new Visitor(this.port).signIn("auditor");
        assertThat(reader.get("/configuration/export?text=" + key("a")).body()).contains(key("a") + ",Name of");
        assertThat(reader.get(path).statusCode()).isEqualTo(403);
        assertThat(reader.upload(path, "x.csv", "key\na\n", "format", "csv").statusCode()).isEqualTo(403);
        assertThat(reader.post(place + "/apply", "token", token).statusCode()).isEqualTo(403);
    }

    private long upload(String rows) {
        return upload(HEADER, rows);
    }

    private long upload(String header, String rows) {
        return this.acting.as(KEEPER, () -> this.imports
            .upload(ImportFile.csv("items.csv", (header + rows).getBytes(StandardCharsets.UTF_8))));
    }

    private long bom(String text, String root) {
        return this.acting.as(KEEPER,
                () -> this.imports.upload(ImportFile.bom("bom.json", text.getBytes(StandardCharsets.UTF_8), root, "")));
    }

    private ImportPlan plan(long id) {
        return this.acting.as(KEEPER, () -> this.imports.plan(id));
    }

    private void apply(long id, String token) {
        this.acting.as(KEEPER, () -> this.imports.apply(id, token));
    }

    private String row(String name, String relations) {
        return key(name) + ",Name of " + key(name) + ",host,low,operations,live,1,,," + relations + "\n";
    }

    private void register(String... names) {
        this.acting.as(KEEPER, () -> List.of(names)
            .forEach((name) -> this.configuration.register(key(name), profile(name, Criticality.LOW))));
    }

    private ItemProfile profile(String name, Criticality criticality) {
        return new ItemProfile("Name of " + key(name), ItemType.HOST, criticality, "operations", "");
    }

    private String key(String name) {
        return this.mark + name;
    }

    private void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.acting.as(KEEPER, act))
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

}
