package io.slipway.audit.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.audit.report.Item.Assessment;
import io.slipway.audit.report.Item.Rehearsal;
import io.slipway.audit.report.ItemTest.Kind;
import io.slipway.audit.report.Separation.Breach;
import io.slipway.change.ChangeAction;
import io.slipway.change.ChangeDecision;
import io.slipway.change.ChangeDetails;
import io.slipway.change.ChangeType;
import io.slipway.identity.Duty;
import io.slipway.identity.PersonDirectory;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Tests a deployment as an auditor does, on its facts. It trusts no guard, and what the
 * facts do not show is unknown.
 */
@Component
class ItemTests {

    private static final Set<ChangeAction> AGAINST = Set.of(ChangeAction.REJECTED, ChangeAction.VOIDED,
            ChangeAction.RETURNED);

    private final PersonDirectory people;

    private final Times times;

    private final Messages words;

    private final Clock clock;

    ItemTests(PersonDirectory people, Times times, Messages words, Clock clock) {
        this.people = people;
        this.times = times;
        this.words = words;
        this.clock = clock;
    }

    /** Tests one deployment. */
    TestedItem of(Item item, List<Deed> deeds) {
        List<ItemTest> tests = new ArrayList<>(List.of(requested(item), risk(item), approved(item), separated(deeds),
                tested(item), backOut(item), asApproved(item)));
        if (item.row().type() == ChangeType.EMERGENCY) {
            tests.add(reviewed(item));
        }
        return new TestedItem(item, List.copyOf(tests), deeds);
    }

    private ItemTest requested(Item item) {
        ChangeDecision request = item.decisions()
            .stream()
            .filter((one) -> one.action() == ChangeAction.REQUESTED)
            .findFirst()
            .orElse(null);
        if (request == null) {
            return test(Kind.REQUESTED, ItemVerdict.FAIL, "none");
        }
        Instant start = item.row().startedAt();
        return request.at().isAfter(start)
                ? test(Kind.REQUESTED, ItemVerdict.FAIL, "late", item.row().number(), name(request.actor()),
                        at(request.at()), minutes(start, request.at()))
                : test(Kind.REQUESTED, ItemVerdict.PASS, "pass", item.row().number(), name(request.actor()),
                        at(request.at()), minutes(request.at(), start));
    }

    private ItemTest risk(Item item) {
        if (item.row().risk() == null || item.decisions().isEmpty()) {
            return test(Kind.RISK, ItemVerdict.FAIL, "none");
        }
        String risk = this.words.text("change.risk." + item.row().risk());
        return (item.row().riskVersion() > 0)
                ? test(Kind.RISK, ItemVerdict.PASS, "pass", risk, item.row().riskVersion())
                : test(Kind.RISK, ItemVerdict.UNKNOWN, "by-hand", risk);
    }

    private ItemTest approved(Item item) {
        Instant start = item.row().startedAt();
        List<ChangeDecision> before = item.decisions().stream().filter((one) -> !one.at().isAfter(start)).toList();
        if (enough(item, before)) {
            Instant last = last(before).at();
            return item.row().standardName() != null && item.row().type() == ChangeType.STANDARD
                    ? test(Kind.APPROVED_BEFORE, ItemVerdict.PASS, "standard", item.row().standardName(),
                            name(Objects.requireNonNullElse(item.row().standardBy(), "")), at(last),
                            minutes(last, start))
                    : test(Kind.APPROVED_BEFORE, ItemVerdict.PASS, "pass", names(before), at(last),
                            minutes(last, start));
        }
        if (enough(item, item.decisions())) {
            Instant last = last(item.decisions()).at();
            return test(Kind.APPROVED_BEFORE, ItemVerdict.FAIL, "late", names(item.decisions()), at(last),
                    minutes(start, last));
        }
        int given = voters(before).size();
        return (given > 0)
                ? test(Kind.APPROVED_BEFORE, ItemVerdict.FAIL, "few", given, ChangeDetails.quorum(item.row().seats()))
                : test(Kind.APPROVED_BEFORE, ItemVerdict.FAIL, "none");
    }

    /** As many people as there are seats, and nothing said against it afterwards. */
    private static boolean enough(Item item, List<ChangeDecision> decisions) {
        List<ChangeDecision> votes = ChangeDetails.votes(decisions);
        if (votes.isEmpty() || voters(decisions).size() < ChangeDetails.quorum(item.row().seats())) {
            return false;
        }
        int place = decisions.lastIndexOf(votes.get(votes.size() - 1));
        return decisions.subList(place, decisions.size()).stream().noneMatch((one) -> AGAINST.contains(one.action()));
    }

    private static Set<String> voters(List<ChangeDecision> decisions) {
        return ChangeDetails.votes(decisions).stream().map(ChangeDecision::actor).collect(Collectors.toSet());
    }

    private static ChangeDecision last(List<ChangeDecision> decisions) {
        List<ChangeDecision> votes = ChangeDetails.votes(decisions);
        return votes.get(votes.size() - 1);
    }

    private ItemTest separated(List<Deed> deeds) {
        List<Breach> breaches = Separation.breaches(deeds);
        if (!breaches.isEmpty()) {
            return new ItemTest(Kind.SEPARATED, ItemVerdict.FAIL,
                    breaches.stream().map(this::sentence).collect(Collectors.joining(" ")));
        }
        String builders = who(deeds, Duty.BUILD_PACKAGE);
        String approvers = who(deeds, Duty.AUTHORISE_CHANGE);
        String deployers = who(deeds, Duty.EXECUTE_DEPLOYMENT);
        return builders.isEmpty() || approvers.isEmpty() || deployers.isEmpty()
                ? test(Kind.SEPARATED, ItemVerdict.UNKNOWN, "unknown", orNobody(builders), orNobody(approvers),
                        orNobody(deployers))
                : test(Kind.SEPARATED, ItemVerdict.PASS, "pass", builders, approvers, deployers);
    }

    private String sentence(Breach breach) {
        return this.words.text("audit.report.breach", done(breach.first()), done(breach.second()),
                this.words.textOr("identity.duty.rule." + breach.rule(),
                        this.words.textOr("audit.report.rule." + breach.rule(), breach.rule())));
    }

    private String done(Deed deed) {
        return this.words.text("identity.duty.done." + deed.duty().id(), name(deed.person()), deed.releaseKey(),
                at(deed.at()));
    }

    private String who(List<Deed> deeds, Duty duty) {
        return deeds.stream()
            .filter((deed) -> deed.duty() == duty)
            .map(Deed::person)
            .distinct()
            .map(this::name)
            .collect(Collectors.joining(", "));
    }

    private String orNobody(String names) {
        return names.isEmpty() ? this.words.text("audit.report.nobody") : names;
    }

    private ItemTest tested(Item item) {
        Assessment last = item.assessments()
            .stream()
            .filter((one) -> !one.at().isAfter(item.row().startedAt()))
            .reduce((earlier, later) -> later)
            .orElse(null);
        if (last == null) {
            return test(Kind.TESTED, ItemVerdict.FAIL, "none");
        }
        ItemVerdict verdict = !last.passed() ? ItemVerdict.FAIL
                : (item.evidence() == 0) ? ItemVerdict.UNKNOWN : ItemVerdict.PASS;
        return test(Kind.TESTED, verdict,
                !last.passed() ? "failed" : (verdict == ItemVerdict.UNKNOWN) ? "no-evidence" : "pass", name(last.by()),
                at(last.at()), item.evidence());
    }

    private ItemTest backOut(Item item) {
        Rehearsal last = item.rehearsals()
            .stream()
            .filter((one) -> !one.at().isAfter(item.row().startedAt()))
            .reduce((earlier, later) -> later)
            .orElse(null);
        if (!item.row().backOut()) {
            return test(Kind.BACK_OUT, ItemVerdict.FAIL, "none");
        }
        if (last == null) {
            return test(Kind.BACK_OUT, ItemVerdict.PASS, "not-rehearsed");
        }
        return last.succeeded() ? test(Kind.BACK_OUT, ItemVerdict.PASS, "pass", at(last.at()))
                : test(Kind.BACK_OUT, ItemVerdict.FAIL, "failed", at(last.at()));
    }

    private ItemTest asApproved(Item item) {
        String deployed = item.row().digest();
        String approved = item.row().changeDigest();
        if (!item.otherDigests().isEmpty()) {
            return test(Kind.AS_APPROVED, ItemVerdict.FAIL, "other", String.join(", ", item.otherDigests()));
        }
        if (deployed == null || approved == null) {
            return test(Kind.AS_APPROVED, ItemVerdict.UNKNOWN, (approved == null) ? "none" : "not-kept");
        }
        return deployed.equals(approved) ? test(Kind.AS_APPROVED, ItemVerdict.PASS, "pass", deployed)
                : test(Kind.AS_APPROVED, ItemVerdict.FAIL, "fail", approved, deployed);
    }

    private ItemTest reviewed(Item item) {
        Instant due = item.reviewDue();
        Instant reviewed = item.row().emergencyReviewedAt();
        String by = name(Objects.requireNonNullElse(item.row().emergencyReviewer(), ""));
        if (reviewed != null) {
            return (due != null && reviewed.isAfter(due))
                    ? test(Kind.REVIEWED, ItemVerdict.FAIL, "late", by, at(reviewed), at(due), minutes(due, reviewed))
                    : test(Kind.REVIEWED, ItemVerdict.PASS, "pass", by, at(reviewed));
        }
        if (due == null) {
            return test(Kind.REVIEWED, ItemVerdict.UNKNOWN, "not-asked");
        }
        return due.isBefore(this.clock.instant()) ? test(Kind.REVIEWED, ItemVerdict.FAIL, "missing", at(due))
                : test(Kind.REVIEWED, ItemVerdict.UNKNOWN, "open", at(due));
    }

    private String names(List<ChangeDecision> decisions) {
        return voters(decisions).stream().sorted().map(this::name).collect(Collectors.joining(", "));
    }

    private String name(String userName) {
        return userName.isEmpty() ? this.words.text("audit.report.nobody") : this.people.name(userName);
    }

    private String at(Instant instant) {
        return this.times.withZone(instant);
    }

    private static long minutes(Instant from, Instant until) {
        return Duration.between(from, until).toMinutes();
    }

    private ItemTest test(Kind kind, ItemVerdict verdict, String code, Object... facts) {
        return new ItemTest(kind, verdict, this.words.text("audit.report.test." + kind + "." + code, facts));
    }

}
