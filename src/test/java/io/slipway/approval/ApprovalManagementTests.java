package io.slipway.approval;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

/**
 * Rules are solved against people, and what nobody can give is named with its reason.
 */
class ApprovalManagementTests {

    private static final Instant FROM = Instant.parse("2026-11-02T08:00:00Z");

    private static final Instant UNTIL = Instant.parse("2026-11-05T08:00:00Z");

    private final PersonDirectory people = Mockito.mock(PersonDirectory.class);

    private final Times times = Mockito.mock(Times.class);

    private ApprovalManagement approvals;

    @BeforeEach
    void prepare() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/approval", "messages/identity");
        given(this.times.withZone(any())).willReturn("9 Nov 2026, 08:00 (UTC)");
        this.approvals = new ApprovalManagement(this.people,
                new ShortageWords(this.people, this.times, new Messages(messages)));
    }

    @Test
    void findsNothingMissingWhereEnoughPeopleCanAct() {
        holding(Role.STAKEHOLDER, "ann", "bob");
        holding(Role.SERVICE_OWNER, "ann", "cy");
        assertThat(shortages(List.of(), rule(Role.STAKEHOLDER, 2), rule(Role.SERVICE_OWNER, 1))).isEmpty();
    }

    @Test
    void saysThatNobodyHoldsTheRole() {
        assertThat(shortages(List.of(), rule(Role.OPERATIONS, 1)))
            .containsExactly(new Shortage(rule(Role.OPERATIONS, 1), 0, "Nobody holds the role Operations."));
    }

    @Test
    void excludesTheAuthor() {
        holding(Role.STAKEHOLDER, "ann", "bob");
        assertThat(shortages(List.of("ann"), rule(Role.STAKEHOLDER, 2))).singleElement().satisfies((shortage) -> {
            assertThat(shortage.available()).isOne();
            assertThat(shortage.reason()).isEqualTo("As Stakeholder, one person can act, but 2 are needed. "
                    + "Ann may not: who asks for an approval does not give it.");
        });
    }

    @Test
    void namesWhoIsAwayAndUntilWhen() {
        holding(Role.CHANGE_AUTHORITY, "ann");
        given(this.people.awayDuring(FROM, UNTIL)).willReturn(Map.of("ann", UNTIL));
        assertThat(shortages(List.of(), rule(Role.CHANGE_AUTHORITY, 1))).singleElement()
            .extracting(Shortage::reason)
            .isEqualTo(
                    "As Change authority, nobody can act, but 1 is needed. Ann is away until 9 Nov 2026, 08:00 (UTC).");
    }

    @Test
    void saysThatAPersonWithSeveralRolesCountsOnce() {
        holding(Role.STAKEHOLDER, "ann");
        holding(Role.SERVICE_OWNER, "ann");
        assertThat(shortages(List.of(), rule(Role.STAKEHOLDER, 1), rule(Role.SERVICE_OWNER, 1))).singleElement()
            .satisfies((shortage) -> {
                assertThat(shortage.rule().role()).isEqualTo(Role.SERVICE_OWNER);
                assertThat(shortage.available()).isOne();
                assertThat(shortage.reason()).isEqualTo("Together, Service owner, Stakeholder need 2 different people, "
                        + "but there is only 1: Ann. Nobody counts twice.");
            });
    }

    @Test
    void givesAdministratorsNoExcuse() {
        holding(Role.ADMINISTRATOR, "adam");
        holding(Role.STAKEHOLDER, "adam");
        assertThat(shortages(List.of("adam"), rule(Role.STAKEHOLDER, 1))).hasSize(1);
        assertThat(shortages(List.of(), rule(Role.SERVICE_OWNER, 1))).hasSize(1);
    }

    @Test
    void namesARuleOnceHoweverManyAreMissing() {
        holding(Role.STAKEHOLDER, "ann");
        assertThat(shortages(List.of(), rule(Role.STAKEHOLDER, 20), rule(Role.OPERATIONS, 2))).hasSize(2);
    }

    @Test
    void countsNobodyAwayInATimeWithoutLength() {
        holding(Role.STAKEHOLDER, "ann");
        assertThat(this.approvals.shortages(List.of(rule(Role.STAKEHOLDER, 1)), List.of(), List.of(), UNTIL, UNTIL))
            .isEmpty();
        Mockito.verify(this.people, Mockito.never()).awayDuring(any(), any());
    }

    @Test
    void countsWhatWasGiven() {
        holding(Role.CHANGE_AUTHORITY, "ann", "bob");
        given(this.people.awayDuring(FROM, UNTIL)).willReturn(Map.of("ann", UNTIL, "bob", UNTIL));
        List<ApprovalRule> rules = List.of(rule(Role.CHANGE_AUTHORITY, 2));
        List<Seat> byAnn = List.of(new Seat(Role.CHANGE_AUTHORITY, "ann"));
        assertThat(this.approvals.shortages(rules, byAnn, List.of(), FROM, UNTIL)).singleElement()
            .satisfies((shortage) -> {
                assertThat(shortage.rule().minimum()).isEqualTo(1);
                assertThat(shortage.reason()).contains("nobody can act, but 1 is needed");
            });
        given(this.people.awayDuring(FROM, UNTIL)).willReturn(Map.of("ann", UNTIL));
        assertThat(this.approvals.shortages(rules, byAnn, List.of(), FROM, UNTIL)).isEmpty();
        given(this.people.awayDuring(FROM, UNTIL)).willReturn(Map.of());
        assertThat(this.approvals.shortages(rules, byAnn, List.of("bob"), FROM, UNTIL)).hasSize(1);
        List<Seat> byBoth = List.of(byAnn.get(0), new Seat(Role.CHANGE_AUTHORITY, "bob"));
        assertThat(this.approvals.shortages(rules, byBoth, List.of(), FROM, UNTIL)).isEmpty();
    }

    @Test
    void foreseesThatTakingASeatLeavesAnotherEmpty() {
        holding(Role.STAKEHOLDER, "ann", "bob");
        holding(Role.SERVICE_OWNER, "bob");
        Seat stakeholder = new Seat(Role.STAKEHOLDER, null);
        Seat owner = new Seat(Role.SERVICE_OWNER, null);
        assertThat(this.approvals.solvable(List.of(stakeholder, owner), List.of())).isTrue();
        assertThat(this.approvals.solvable(List.of(owner), List.of("ann"))).isTrue();
        assertThat(this.approvals.solvable(List.of(owner), List.of("bob"))).isFalse();
        assertThat(this.approvals.solvable(List.of(stakeholder, new Seat(Role.STAKEHOLDER, "ann")), List.of("bob")))
            .isFalse();
        assertThat(this.approvals.solvable(List.of(new Seat(Role.STAKEHOLDER, "gone")), List.of())).isFalse();
        assertThat(this.approvals.solvable(List.of(), List.of())).isTrue();
    }

    @Test
    void seatsTheNamedFirstAndFillsUpToTheMinimum() {
        Seat named = new Seat(Role.STAKEHOLDER, "ann");
        assertThat(this.approvals.seats(List.of(rule(Role.STAKEHOLDER, 2), rule(Role.OPERATIONS, 1)), List.of(named)))
            .containsExactly(named, new Seat(Role.STAKEHOLDER, null), new Seat(Role.OPERATIONS, null));
        assertThat(this.approvals.seats(List.of(rule(Role.STAKEHOLDER, 1)),
                List.of(named, new Seat(Role.STAKEHOLDER, "bob"))))
            .hasSize(2);
    }

    @Test
    void readsAndWritesRules() {
        String text = "stakeholder:2,service-owner:1";
        assertThat(ApprovalRule.text(ApprovalRule.list(text))).isEqualTo(text);
        assertThat(ApprovalRule.list("")).isEmpty();
    }

    private List<Shortage> shortages(List<String> excluded, ApprovalRule... rules) {
        return this.approvals.shortages(List.of(rules), List.of(), excluded, FROM, UNTIL);
    }

    private void holding(Role role, String... userNames) {
        List<PersonSummary> holders = Arrays.stream(userNames)
            .map((name) -> new PersonSummary(name, fullName(name), name + "@example.com", true,
                    Set.copyOf(EnumSet.of(role))))
            .toList();
        given(this.people.holding(role)).willReturn(holders);
        holders.forEach((holder) -> given(this.people.name(holder.userName())).willReturn(holder.fullName()));
    }

    private static String fullName(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private static ApprovalRule rule(Role role, int minimum) {
        return new ApprovalRule(role, minimum);
    }

}
