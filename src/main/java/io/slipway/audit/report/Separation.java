package io.slipway.audit.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.slipway.identity.Duty;
import io.slipway.identity.DutyRule;
import io.slipway.identity.SeparationOfDuties;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Performs separation of duties again, on what came of each act: who wrote a plan, who
 * delivered a unit, who voted, who deployed. What the guard noted is not looked at.
 */
@Component
class Separation {

    /**
     * Auditors ask for these besides: builder, approver and deployer are three people.
     */
    private static final List<DutyRule> ASKED = List.of(
            new DutyRule("builder-does-not-authorise", Duty.BUILD_PACKAGE, Duty.AUTHORISE_CHANGE),
            new DutyRule("builder-does-not-deploy", Duty.BUILD_PACKAGE, Duty.EXECUTE_DEPLOYMENT));

    static final List<DutyRule> RULES = Stream.concat(SeparationOfDuties.rules().stream(), ASKED.stream()).toList();

    private static final String DEEDS = """
            select * from (
            select release_key, 'submit-plan' duty, written_by person, written_at at
              from plan_revisions where release_key in (:keys) and reason is null
            union all select business_key, 'approve-plan', ended_by, ended_at
              from work_items where business_key in (:keys) and state = 'COMPLETED' and form = 'planning/approve-plan'
            union all select r.release_key, 'build-package', u.delivered_by, u.delivered_at
              from releases r join release_units u on u.release_id = r.id where r.release_key in (:keys)
            union all select release_key, 'sign-off-validation', assessed_by, assessed_at
              from test_assessments where release_key in (:keys)
            union all select c.release_key, if(x.action = 'REQUESTED', 'request-change', 'authorise-change'), x.actor, x.decided_at
              from change_records c join change_decisions x on x.change_record_id = c.id
             where c.release_key in (:keys) and x.action in ('REQUESTED', 'AUTHORISED', 'REJECTED')
            union all select c.release_key, 'authorise-change', s.decided_by, s.decided_at
              from change_records c join standard_changes s on s.id = c.standard_change
             where c.release_key in (:keys) and c.type = 'STANDARD'
            union all select release_key, if(kind = 'waiver', 'request-waiver', 'request-freeze-exception'), requested_by, requested_at
              from permits where release_key in (:keys)
            union all select p.release_key, if(p.kind = 'waiver', 'approve-waiver', 'approve-freeze-exception'), v.person, v.voted_at
              from permits p join permit_votes v on v.permit_id = p.id where p.release_key in (:keys)
            union all select release_key, 'request-early-end', early_end_asked_by, early_end_asked_at
              from support_periods where release_key in (:keys) and early_end_asked_by is not null
            union all select release_key, 'approve-early-end', decided_by, decided_at
              from support_periods where release_key in (:keys) and early_end_asked_by is not null
               and status = 'HANDED_OVER' and decided_at < least_ends_at
            union all select release_key, 'execute-deployment', deployed_by, started_at
              from deployments where release_key in (:keys)
            union all select release_key, 'execute-deployment', restored_by, restored_at
              from deployments where release_key in (:keys) and restored_by is not null
            ) t where person is not null and person <> 'system' order by release_key, at""";

    private final JdbcClient jdbc;

    Separation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What people did on some releases, in the order of time, by the release's key. */
    Map<String, List<Deed>> deeds(Collection<String> releaseKeys) {
        return releaseKeys.isEmpty() ? Map.of()
                : this.jdbc.sql(DEEDS)
                    .param("keys", releaseKeys)
                    .query(Deed.class)
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(Deed::releaseKey));
    }

    /** Each rule that a person broke on a release, with the two deeds. */
    static List<Breach> breaches(List<Deed> deeds) {
        List<Breach> found = new ArrayList<>();
        for (DutyRule rule : RULES) {
            Map<String, Deed> first = byPerson(deeds, rule.first());
            byPerson(deeds, rule.second()).forEach((person, deed) -> {
                Deed other = first.get(person);
                if (other != null) {
                    found.add(new Breach(rule.id(), person, other, deed));
                }
            });
        }
        found.sort(Comparator.comparing(Breach::at).thenComparing(Breach::rule).thenComparing(Breach::person));
        return found;
    }

    private static Map<String, Deed> byPerson(List<Deed> deeds, Duty duty) {
        return deeds.stream()
            .filter((deed) -> deed.duty() == duty)
            .collect(Collectors.toMap(Deed::person, (deed) -> deed, (earlier, later) -> earlier));
    }

    /**
     * A rule that somebody broke.
     *
     * @param person user name
     */
    record Breach(String rule, String person, Deed first, Deed second) {

        /** When it was broken: with the later of the two. */
        Instant at() {
            return this.first.at().isAfter(this.second.at()) ? this.first.at() : this.second.at();
        }

    }

}
