package io.slipway.change;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.slipway.change.standard.StandardChangeManagement;
import io.slipway.change.standard.StandardRule;
import io.slipway.configuration.ConfigurationManagement;
import io.slipway.configuration.Criticality;
import io.slipway.configuration.ItemProfile;
import io.slipway.configuration.ItemType;
import io.slipway.identity.Acting;
import io.slipway.identity.Role;
import io.slipway.input.InvalidInputException;
import io.slipway.policy.DeploymentModel;
import io.slipway.policy.ReleaseType;
import io.slipway.policy.Risk;
import io.slipway.sql.Clause;
import io.slipway.test.MutableClock;
import io.slipway.test.Shows;
import io.slipway.test.SlipwayTest;
import io.slipway.test.StandardChanges;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Changes with policy, configuration items and releases as they are: who decides, what an
 * authorisation is bound to, and that an index serves every list.
 */
@SlipwayTest
class ChangeManagementTests {

    @Autowired
    SomeChange some;

    @Autowired
    ChangeManagement changes;

    @Autowired
    ChangeRegister register;

    @Autowired
    ChangeFollowUp followUp;

    @Autowired
    StandardChangeManagement standardChanges;

    @Autowired
    StandardChanges standard;

    @Autowired
    ConfigurationManagement configuration;

    @Autowired
    Acting acting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    @Shows({ "ReleasePolicyDecision.changeApprovals", "ChangeRiskDecision.risk" })
    void asksTwoPeopleWhereMuchIsAtStake() {
        String item = item("Till " + this.mark, Criticality.CRITICAL);
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.BIG_BANG, "Till " + this.mark);
        assertThat(this.changes.affected(key)).extracting((affected) -> affected.key()).containsExactly(item);
        this.some.request(key, ChangeType.NORMAL, null, item);
        ChangeDetails change = this.changes.ofRelease(key).orElseThrow();
        assertThat(change.risk().risk()).isEqualTo(Risk.HIGH);
        assertThat(change.risk().reasons()).contains("A critical item is changed for everybody at once.");
        assertThat(change.risk().rows()).contains("Rule_CriticalAtOnce");
        assertThat(change.items()).containsExactly(new AffectedItem(item, Criticality.CRITICAL));
        assertThat(change.quorum()).isEqualTo(2);
        this.some.authorise(key, "change-authority");
        assertThat(this.changes.isAuthorised(key)).isFalse();
        assertRefused("change.vote.twice", () -> this.some.authorise(key, "change-authority"));
        this.some.authorise(key, "change-authority-2");
        assertThat(this.changes.isAuthorised(key)).isTrue();
    }

    @Test
    void countsOnlyForWhatItWasAuthorisedFor() {
        String key = requested("Bound " + this.mark);
        this.some.authorise(key, "change-authority");
        assertThat(this.changes.isAuthorised(key)).isTrue();
        amend(key, "f".repeat(64));
        assertThat(this.changes.isAuthorised(key)).isFalse();
        assertThat(this.changes.ofRelease(key).orElseThrow().authorised()).isTrue();
        amend(key, null);
        assertThat(this.changes.isAuthorised(key)).isTrue();
    }

    @Test
    void takesNoVoteOnWhatHasChangedSinceItWasRequested() {
        String key = requested("Moved " + this.mark);
        amend(key, "f".repeat(64));
        assertRefused("change.vote.changed", () -> this.some.authorise(key, "change-authority"));
        this.acting.as("change-authority", () -> this.changes.askForMore(key, Role.CHANGE_AUTHORITY, "What is new?"));
        this.acting.as("release-manager", () -> this.changes.supplyInformation(key, "The scope.", "a", "b", "c"));
        this.some.authorise(key, "change-authority");
        assertThat(this.changes.isAuthorised(key)).isTrue();
    }

    @Test
    void namesAllThatARequestLacks() {
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.PHASED, "Blank " + this.mark);
        assertNames(
                "type: change.type.missing, title: change.title.missing, riskRemark: ui.too-long, "
                        + "implementationPlan: change.implementationPlan.missing, "
                        + "verificationPlan: change.verificationPlan.missing, backOutPlan: ui.too-long, "
                        + "items: change.items.unknown",
                () -> this.changes.request(key,
                        new ChangeContent(" ", null, null, "r".repeat(4001), "", "\n", "b".repeat(4001)),
                        List.of("no-such-item")));
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.DRAFT);
    }

    @Test
    void wantsWordsFromWhoRejectsAsksOrAnswers() {
        String key = requested("Words " + this.mark);
        assertNames("reason: ui.too-long, conditions: ui.too-long",
                () -> this.changes.authorise(key, Role.CHANGE_AUTHORITY, "r".repeat(2001), "c".repeat(2001)));
        assertNames("reason: change.reason.missing", () -> this.changes.reject(key, Role.CHANGE_AUTHORITY, " "));
        assertNames("reason: change.question.missing", () -> this.changes.askForMore(key, Role.CHANGE_AUTHORITY, ""));
        this.acting.as("change-authority", () -> this.changes.askForMore(key, Role.CHANGE_AUTHORITY, "Why now?"));
        assertNames(
                "answer: change.answer.missing, implementationPlan: change.implementationPlan.missing, "
                        + "verificationPlan: ui.too-long, backOutPlan: change.backOutPlan.missing",
                () -> this.changes.supplyInformation(key, "", " ", "v".repeat(4001), ""));
        assertNames("verdict: change.emergency.missing, findings: change.findings.missing, prevention: ui.too-long",
                () -> this.followUp.reviewEmergency(key, null, "", "p".repeat(4001)));
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.INFORMATION_REQUESTED);
    }

    @Test
    void proposesNoStandingAuthorisationThatSaysTooLittle() {
        assertNames(
                "services: change.standard.services.missing, models: change.standard.models.missing, "
                        + "maxRisk: change.standard.maxRisk.missing, validUntil: change.standard.validUntil.missing, "
                        + "usesPerMonth: ui.number, name: change.standard.name.missing, "
                        + "description: change.standard.description.missing",
                () -> this.standardChanges
                    .propose(new StandardRule(" ", "", Set.of(), Set.of(), null, false, null, 1001)));
        assertNames(
                "services: change.standard.services.missing, name: ui.too-long, description: ui.too-long, "
                        + "validUntil: change.standard.validUntil.past",
                () -> this.standardChanges.propose(new StandardRule("n".repeat(121), "d".repeat(2001),
                        Set.of("s".repeat(201)), Set.of(DeploymentModel.PHASED), Risk.LOW, false,
                        LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1), 1)));
    }

    @Test
    void refusesItemsThatNobodyRegistered() {
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.PHASED, "Unknown " + this.mark);
        assertRefused("change.items.unknown", () -> this.some.request(key, ChangeType.NORMAL, null, "no-such-item"));
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.DRAFT);
    }

    @Test
    void offersStandardChangesWithWhatSpeaksAgainstThem() {
        Long usual = Long.valueOf(this.standard.authorised("Usual " + this.mark));
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.BIG_BANG, "Payments");
        assertThat(this.changes.offers(key)).filteredOn((offer) -> offer.change().id() == usual)
            .singleElement()
            .satisfies((offer) -> assertThat(offer.against()).containsExactly("It is not for this deployment model."));
        assertRefused("change.standard.no-fit", () -> this.some.request(key, ChangeType.STANDARD, usual));
        assertRefused("change.standard.missing", () -> this.some.request(key, ChangeType.STANDARD, null));
    }

    @Test
    void judgesAStandardChangeAgainWhenItCounts() {
        Long usual = Long.valueOf(this.standard.authorised("Often " + this.mark));
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.PHASED, "Payments");
        this.some.request(key, ChangeType.STANDARD, usual);
        this.acting.as("change-authority-2", () -> this.standardChanges.withdraw(usual, "Careless."));
        assertThat(this.changes.authoriseStandard(key)).isFalse();
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.DRAFT);
        Long other = Long.valueOf(this.standard.authorised("Again " + this.mark));
        this.some.request(key, ChangeType.STANDARD, other);
        assertThat(this.changes.authoriseStandard(key)).isTrue();
        assertThat(this.standardChanges.usesThisMonth(other)).isOne();
        assertThat(this.changes.isAuthorised(key)).isTrue();
        this.clock.advance(Duration.ofDays(32));
        assertThat(this.standardChanges.usesThisMonth(other)).isZero();
    }

    @Test
    void needsTwoPeopleForAStandardChange() {
        long id = this.acting.as("change-authority",
                () -> this.standardChanges.propose(this.standard.rule("Alone " + this.mark)));
        assertThatExceptionOfType(AccessDeniedException.class)
            .isThrownBy(() -> this.acting.as("release-manager", () -> this.standardChanges.authorise(id)));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(
                () -> this.acting.as("operations", () -> this.standardChanges.propose(this.standard.rule("Mine"))));
        assertRefused("change.standard.four-eyes",
                () -> this.acting.as("change-authority", () -> this.standardChanges.authorise(id)));
        assertRefused("change.standard.taken", () -> this.acting.as("change-authority",
                () -> this.standardChanges.propose(this.standard.rule("Alone " + this.mark))));
        this.acting.as("change-authority-2", () -> this.standardChanges.decline(id, "Not harmless."));
        assertRefused("change.standard.decided",
                () -> this.acting.as("change-authority-2", () -> this.standardChanges.authorise(id)));
    }

    @Test
    void becomesVoidWithItsRelease() {
        String key = requested("Void " + this.mark);
        this.followUp.cancelled(key, "The business case is gone.");
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.VOID);
        this.followUp.implemented(key);
        assertThat(this.changes.ofRelease(key).orElseThrow().status()).isEqualTo(ChangeStatus.VOID);
        assertRefused("change.vote.ended", () -> this.some.authorise(key, "change-authority"));
    }

    @Test
    void readsEveryListByAnIndex() {
        this.jdbc.sql("drop table if exists many_change_services, many_changes").update();
        this.jdbc.sql("create table many_changes like change_records").update();
        this.jdbc.sql("create table many_change_services like change_services").update();
        try {
            this.jdbc.sql("""
                    insert into many_changes (id, version, number, release_key, round, title, type, risk, risk_reasons,
                           implementation_plan, verification_plan, back_out_plan, status)
                    select seq, 0, concat('CHG-', seq), concat('S-', seq), seq, concat('Title ', seq),
                           elt(1 + seq mod 3, 'STANDARD', 'NORMAL', 'EMERGENCY'),
                           elt(1 + seq mod 5, 'LOW', 'LOW', 'MEDIUM', 'MEDIUM', 'HIGH'), '', '', '', '',
                           elt(1 + seq mod 4, 'CLOSED', 'VOID', 'REJECTED', 'AUTHORISED')
                      from seq_1_to_30000""").update();
            this.jdbc.sql("insert into many_change_services select id, concat('service-', id mod 30) from many_changes")
                .update();
            this.jdbc.sql("analyze table many_changes, many_change_services persistent for all").query().listOfRows();
            for (ChangeQuery query : List.of(ChangeQuery.all(),
                    new ChangeQuery("", ChangeType.EMERGENCY, null, null, "", ""),
                    new ChangeQuery("", null, Risk.HIGH, null, "", "9000"),
                    new ChangeQuery("", null, null, ChangeStatus.CLOSED, "", "9000"),
                    new ChangeQuery("", null, null, null, "service-7", "9000"))) {
                assertThat(explain(query)).as("%s", query).allSatisfy((step) -> {
                    assertThat(step.get("type")).isIn("ref", "range", "eq_ref", "index");
                    assertThat("" + step.get("Extra")).doesNotContain("filesort");
                });
            }
            assertThat(explain(new ChangeQuery("CHG-29", null, null, null, "", "")))
                .filteredOn((step) -> "many_changes".equals(step.get("table")))
                .isNotEmpty()
                .allSatisfy((step) -> assertThat(step.get("type")).isIn("range", "fulltext"));
        }
        finally {
            this.jdbc.sql("drop table many_change_services, many_changes").update();
        }
    }

    private List<Map<String, @Nullable Object>> explain(ChangeQuery query) {
        Clause sql = ChangeListSql.of(query);
        return this.jdbc
            .sql("explain " + sql.sql()
                .replace("change_services ", "many_change_services ")
                .replace("change_records ", "many_changes "))
            .params(sql.values())
            .query()
            .listOfRows();
    }

    @Test
    void findsChangesByNumberReleaseAndWords() {
        String key = requested("Findable " + this.mark);
        ChangeDetails change = this.changes.ofRelease(key).orElseThrow();
        for (String text : List.of(change.number(), key)) {
            assertThat(this.register.list(new ChangeQuery(text, null, null, null, "", "")).rows())
                .extracting(ChangeSummary::number)
                .contains(change.number());
        }
        assertThat(this.register
            .list(new ChangeQuery("", ChangeType.NORMAL, null, ChangeStatus.REQUESTED, "Findable " + this.mark, ""))
            .rows()).extracting(ChangeSummary::releaseKey).containsExactly(key);
        assertThat(this.register.agenda()).extracting(ChangeDetails::number).contains(change.number());
    }

    /** What an amendment of the plan does that voids the authorisation of its change. */
    private void amend(String key, @Nullable String digest) {
        this.jdbc.sql(
                "update plans p join releases r on r.id = p.release_id set p.change_digest = :digest where r.release_key = :key")
            .param("digest", digest)
            .param("key", key)
            .update();
    }

    private String requested(String service) {
        String key = this.some.drafted(ReleaseType.MINOR, DeploymentModel.PHASED, service);
        this.some.request(key, ChangeType.NORMAL, null);
        return key;
    }

    private String item(String service, Criticality criticality) {
        String key = "cab-" + this.mark;
        this.acting.as("configuration-manager", () -> this.configuration.register(key,
                new ItemProfile(service, ItemType.SERVICE, criticality, "service-owner", "")));
        return key;
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(act)
            .satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void assertNames(String problems, Runnable act) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> this.acting.as("release-manager", act))
            .withMessage(problems);
    }

}
