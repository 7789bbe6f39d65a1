package io.slipway.surface;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import io.slipway.audit.access.AccessReview;
import io.slipway.audit.access.AccessReviewManagement;
import io.slipway.audit.chain.SealNow;
import io.slipway.audit.pack.PackNow;
import io.slipway.calendar.Layer;
import io.slipway.calendar.SubscriptionManagement;
import io.slipway.change.board.MeetingDraft;
import io.slipway.change.board.MeetingManagement;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemSection;
import io.slipway.configuration.ItemType;
import io.slipway.configuration.baseline.BaselineManagement;
import io.slipway.configuration.baseline.Moment;
import io.slipway.configuration.exchange.ImportFile;
import io.slipway.configuration.exchange.ImportManagement;
import io.slipway.configuration.relation.RelationKind;
import io.slipway.configuration.relation.RelationManagement;
import io.slipway.deployment.board.SomeRun;
import io.slipway.deployment.environment.BookingDraft;
import io.slipway.deployment.environment.BookingManagement;
import io.slipway.deployment.environment.Deployers;
import io.slipway.deployment.environment.EnvironmentKind;
import io.slipway.deployment.environment.EnvironmentProfile;
import io.slipway.deployment.environment.Environments;
import io.slipway.deployment.environment.HoldManagement;
import io.slipway.deployment.pipeline.SomePipeline;
import io.slipway.deployment.run.RunType;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.identity.people.AbsenceManagement;
import io.slipway.identity.people.GroupManagement;
import io.slipway.identity.people.GroupProfile;
import io.slipway.identity.people.SomePerson;
import io.slipway.identity.token.SomeToken;
import io.slipway.knowledge.ArticleCare;
import io.slipway.knowledge.ArticleKind;
import io.slipway.knowledge.ArticleText;
import io.slipway.knowledge.ArticleTies;
import io.slipway.knowledge.KnowledgeManagement;
import io.slipway.knowledge.run.RunbookRuns;
import io.slipway.packaging.DocumentKind;
import io.slipway.packaging.PackageManagement;
import io.slipway.packaging.bom.BomManagement;
import io.slipway.packaging.document.DocumentManagement;
import io.slipway.permit.PermitManagement;
import io.slipway.permit.PermitRequest;
import io.slipway.planning.template.TemplateManagement;
import io.slipway.release.ReleaseStatus;
import io.slipway.release.page.ReleaseSection;
import io.slipway.schedule.PeriodKind;
import io.slipway.schedule.PeriodScope;
import io.slipway.schedule.ScheduleManagement;
import io.slipway.schedule.period.PeriodDraft;
import io.slipway.schedule.period.PeriodManagement;
import io.slipway.test.EvidenceDriver;
import io.slipway.test.FailingJobs;
import io.slipway.test.ReleaseDriver;
import io.slipway.test.StandardChanges;
import io.slipway.test.Visitor;
import io.slipway.validation.gate.GateManagement;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fills the portal so that each of its pages has something to show: a release with
 * everything that a release can have, one that is held back, one that was only
 * registered, and a person who may do everything and has as much of everything as one may
 * have.
 */
@Component
@Profile("test")
class FullPortal {

    private static final String BUILDER = "build-engineer";

    private static final String KEEPER = "configuration-manager";

    private static final String MANAGER = "release-manager";

    private static final String BOM = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{"type": "library", "name": "core",
             "version": "1", "licenses": [{"license": {"id": "MIT"}}]}]}""";

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final Fillers fill;

    private final Drivers drivers;

    private final PackageManagement packages;

    private final Acting acting;

    private final JdbcClient jdbc;

    private final Clock clock;

    private @Nullable Places places;

    FullPortal(Fillers fill, Drivers drivers, PackageManagement packages, Acting acting, JdbcClient jdbc, Clock clock) {
        this.fill = fill;
        this.drivers = drivers;
        this.packages = packages;
        this.acting = acting;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Fills the portal, once for all tests.
     * @param port the portal's port
     * @return where everything is
     */
    Places places(int port) {
        if (this.places == null) {
            this.places = fill(port);
        }
        return this.places;
    }

    private Places fill(int port) {
        String everybody = this.drivers.person.with(Role.values());
        String token = this.drivers.token.of(everybody, Role.BUILD_ENGINEER, Role.OPERATIONS, Role.DEPLOYMENT_MANAGER);
        String empty = this.drivers.release.register("Empty " + this.mark);
        String held = held();
        register();
        String full = full(port, token);
        this.drivers.pipelines.watched(this.drivers.pipelines.overdue());
        String feed = own(everybody);
        long period = around(everybody);
        String job = this.drivers.jobs.failed("SUR-" + this.mark.toUpperCase(java.util.Locale.ROOT));
        return new Places(this.jdbc, everybody, token, full, held, empty, item("app"), feed, period, job,
                this.drivers.releaseSections.stream().map(ReleaseSection::id).toList(),
                this.drivers.itemSections.stream().map(ItemSection::id).toList());
    }

    /** A release that had everything happen to it and is closed. */
    private String full(int port, String token) {
        ReleaseDriver driver = this.drivers.release;
        String key = driver.register("Full " + this.mark);
        driver.plan(key);
        this.acting.as(MANAGER,
                () -> this.fill.templates.save(key, "Template " + this.mark, "", List.of("Service of all")));
        driver.deliverUnit(key);
        long unit = this.packages.get(key).units().get(0).id();
        this.acting.as(BUILDER, () -> {
            document(key);
            this.fill.boms.deliver(key, unit, BOM.getBytes(StandardCharsets.UTF_8));
        });
        driver.deliver(key);
        this.drivers.evidence.deliverTests(key, "minor", 1);
        Visitor tester = new Visitor(port).signIn("test-manager");
        tester.get("/releases/" + key + "/evidence/new");
        String at = LocalDateTime.ofInstant(this.clock.instant().minusSeconds(120), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES)
            .toString();
        assertThat(tester
            .upload("/releases/" + key + "/evidence", "attachment", List.of(Visitor.Upload.text("seen.md", "# Seen")),
                    "title", "By hand", "level", "acceptance", "ranAt", at, "steps[0].action", "Refund",
                    "steps[0].result", "passed")
            .statusCode()).isEqualTo(302);
        tester.get("/releases/" + key + "/discussion");
        assertThat(
                tester.upload("/releases/" + key + "/comments", "log.txt", "slow", "comment", "@auditor, see the log")
                    .statusCode())
            .isEqualTo(303);
        driver.validate(key);
        driver.authorise(key);
        for (Moment moment : Moment.values()) {
            this.acting.as("deployment-manager",
                    () -> this.fill.baselines.take(key, 1, moment, List.of(), List.of(item("app"))));
        }
        driver.deploy(key);
        driver.await(key, "watch-release");
        tell(port, token, key, "incident.detected");
        tell(port, token, key, "service.deployed");
        driver.acceptHandover(key, "watch-release");
        driver.review(key, "SUCCESSFUL");
        driver.awaitStatus(key, ReleaseStatus.CLOSED);
        this.drivers.sealing.seal();
        this.drivers.packs.seal(key);
        return key;
    }

    private void document(String key) {
        try {
            this.fill.documents.add(key, DocumentKind.DOCUMENTATION, "notes.md",
                    new ByteArrayInputStream("# Notes".getBytes(StandardCharsets.UTF_8)));
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private void tell(int port, String token, String key, String kind) {
        String event = """
                {"specversion": "1.0", "id": "%s", "source": "https://tools.example.com/%s", "time": "%s",
                 "type": "dev.cdevents.%s.0.2.0", "data": {"context": {}, "customData": {"release": "%s"},
                  "subject": {"id": "SUB-%s", "content": {"environment": {"id": "production"},
                   "description": "Refunds time out"}}}}""".formatted(kind, this.mark, this.clock.instant(), kind, key,
                this.mark);
        assertThat(Caller.bearer(port, token)
            .send("POST", "/api/v1/events", "application/cloudevents+json", event)
            .statusCode()).isEqualTo(202);
    }

    /** A release that a gate and a freeze hold back, each with an exception asked for. */
    private String held() {
        ReleaseDriver driver = this.drivers.release;
        String key = driver.register("Held " + this.mark);
        driver.plan(key);
        driver.deliverUnits(key);
        driver.await(key, "assess-test-results");
        this.drivers.evidence.deliverTests(key, "major", 2);
        Instant later = this.clock.instant().plus(Duration.ofDays(5));
        this.acting
            .as(MANAGER,
                    () -> this.fill.permits.request(new PermitRequest(GateManagement.WAIVER, key,
                            List.of("tests.failed.major"), "Only the branch of the island meets it.",
                            "It is mended in the next release.", later)));
        LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES);
        PeriodScope scope = new PeriodScope(List.of(ReleaseDriver.service(key)), List.of(), List.of());
        long freeze = this.acting.as("change-authority",
                () -> this.fill.periods.create(new PeriodDraft(PeriodKind.HARD_FREEZE, "Frozen " + this.mark,
                        "Because.", "change-authority", scope, "UTC", now, now.plusDays(9), "", null, List.of())));
        this.acting.as(MANAGER, () -> this.fill.permits.request(new PermitRequest(ScheduleManagement.EXCEPTION, key,
                List.of(Long.toString(freeze)), "The law asks for it.", "", later)));
        return key;
    }

    private void register() {
        this.acting.as(KEEPER, () -> {
            for (String name : List.of("app", "host")) {
                this.fill.configuration.register(item(name), new ItemProfile("Name of " + item(name),
                        ItemType.APPLICATION, Criticality.LOW, "operations", ""));
            }
            this.fill.relations.add(item("app"), RelationKind.RUNS_ON, item("host"));
            this.fill.imports.upload(ImportFile.csv("items.csv",
                    ("key,name,type\n" + this.mark + "-x,X,HOST\n").getBytes(StandardCharsets.UTF_8)));
        });
    }

    /** What a person has of their own, as much as they may. */
    private String own(String person) {
        return this.acting.as(person, () -> {
            this.fill.absences.add(person, this.clock.instant().plus(Duration.ofDays(3)),
                    this.clock.instant().plus(Duration.ofDays(4)), "Holiday");
            String feed = "";
            for (int i = 0; i < SubscriptionManagement.MOST; i++) {
                feed = this.fill.subscriptions.create("Phone " + i, EnumSet.allOf(Layer.class));
            }
            return feed;
        });
    }

    /** What stands beside the releases. */
    private long around(String person) {
        this.drivers.standard.authorised("Standard " + this.mark, "Service of " + this.mark);
        this.acting.as("change-authority", () -> this.fill.meetings
            .record(new MeetingDraft(this.clock.instant(), Set.of("change-authority"), "Talked.")));
        this.acting.as("administrator", () -> this.fill.groups
            .create(new GroupProfile("Group " + this.mark, "", Set.of(Role.AUDITOR), Set.of(person))));
        LocalDateTime now = LocalDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.MINUTES);
        environment(person);
        this.acting.as(person, () -> {
            if (this.fill.accessReviews.newest().filter(AccessReview::open).isEmpty()) {
                this.fill.accessReviews.open();
            }
        });
        article(person);
        this.fill.someRun.begin(RunType.REHEARSAL, SomeRun.plan(2, 2), this.clock.instant(), null);
        return this.acting.as("change-authority",
                () -> this.fill.periods.create(new PeriodDraft(PeriodKind.WINDOW, "Window " + this.mark, "Because.",
                        "change-authority", new PeriodScope(List.of("Service of " + this.mark), List.of(), List.of()),
                        "Europe/Berlin", now, now.plusHours(2), "FREQ=WEEKLY;COUNT=20", null, List.of())));
    }

    /** An environment that somebody has alone, and that is booked and ready. */
    private void environment(String person) {
        this.acting.as(KEEPER, () -> this.fill.configuration.register(item("env"),
                new ItemProfile("Environment " + this.mark, ItemType.ENVIRONMENT, Criticality.LOW, "operations", "")));
        this.acting.as("deployment-manager", () -> {
            this.fill.environments.register(item("env"),
                    new EnvironmentProfile(EnvironmentKind.TEST, false, 1, "UTC", "", "", 7));
            this.fill.environments.confirmReady(item("env"), "Looked at the disks.");
            this.fill.deployers.add(item("env"), "", false, "deploy-all",
                    "ALL_" + item("env").replace("-", "_").toUpperCase(Locale.ROOT));
        });
        this.acting.as(person, () -> {
            this.fill.holds.ask(item("env"), "", "A load test.");
            Instant tomorrow = this.clock.instant().plus(Duration.ofDays(1));
            this.fill.bookings.book(item("env"),
                    new BookingDraft("", "A load test.", true, tomorrow, tomorrow.plusSeconds(3600)));
        });
    }

    /** A runbook that somebody follows, and a search that found nothing. */
    private void article(String person) {
        long id = this.acting.as("operations",
                () -> this.fill.articles.begin(ArticleKind.RUNBOOK,
                        new ArticleText("Runbook of s" + this.mark, "It hangs.",
                                "## Look\n\n- Do: look\n- Expect: calm"),
                        new ArticleCare("operations", List.of(), 90), ArticleTies.NONE));
        this.acting.as("operations", () -> this.fill.articles.publish(id));
        this.acting.as("operations", () -> this.fill.runbooks.begin(id, "", "A drill.", true));
        this.acting.as(person, () -> this.fill.articles.miss("nothing of " + this.mark));
    }

    private String item(String name) {
        return "s" + this.mark + "-" + name;
    }

    /** The services that make what pages show. */
    @Component
    @Profile("test")
    record Fillers(DocumentManagement documents, BomManagement boms, BaselineManagement baselines,
            PermitManagement permits, PeriodManagement periods, ConfigurationManagement configuration,
            RelationManagement relations, ImportManagement imports, AbsenceManagement absences,
            SubscriptionManagement subscriptions, MeetingManagement meetings, GroupManagement groups,
            TemplateManagement templates, Environments environments, HoldManagement holds, BookingManagement bookings,
            Deployers deployers, AccessReviewManagement accessReviews, KnowledgeManagement articles,
            RunbookRuns runbooks, SomeRun someRun) {

    }

    /** What drives releases, and makes people, tokens and jobs. */
    @Component
    @Profile("test")
    record Drivers(ReleaseDriver release, EvidenceDriver evidence, FailingJobs jobs, StandardChanges standard,
            SomePerson person, SomeToken token, SealNow sealing, PackNow packs, List<ReleaseSection> releaseSections,
            List<ItemSection> itemSections, SomePipeline pipelines) {

    }

}
