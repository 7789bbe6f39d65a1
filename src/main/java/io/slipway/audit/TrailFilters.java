package io.slipway.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.slipway.sql.Clause;

import org.springframework.stereotype.Component;

/**
 * Makes filters of a trail from what stands in an address. What is no filter counts as
 * none.
 */
@Component
public class TrailFilters {

    /** What people did, alone or with what the portal did upon it. */
    private static final String PEOPLE = "people";

    /** What the portal did of itself. */
    private static final String SYSTEM = "system";

    /** Who can be asked for. */
    static final List<String> DOERS = List.of(PEOPLE, SYSTEM);

    private static final String OF_RELEASE = "select act from audit_entries"
            + " where release_key = :release_key and act is not null and ";

    private final AuditKinds kinds;

    private final AuditSentences words;

    TrailFilters(AuditKinds kinds, AuditSentences words) {
        this.kinds = kinds;
        this.words = words;
    }

    /**
     * A filter of one release's trail.
     * @param part name of the place in the evidence pack, such as {@code APPROVALS}
     * @param doer {@code people} or {@code system}
     * @param text what a person's name, a reason, a key, a value or the sentence contains
     */
    public TrailFilter of(String part, String doer, String text) {
        Map<String, String> asked = new TreeMap<>();
        Clause condition = Clause.NONE;
        for (PackSection section : PackSection.values()) {
            if (section.name().equals(part)) {
                asked.put("part", part);
                condition = condition.and(anyRow(of(section)));
            }
        }
        if (DOERS.contains(doer)) {
            asked.put("doer", doer);
            condition = condition.and(by(doer));
        }
        if (!text.isBlank()) {
            asked.put("text", text);
            condition = condition.and(anyRow(saying(text)));
        }
        return asked.isEmpty() ? TrailFilter.NONE : new TrailFilter(asked, condition);
    }

    private Clause of(PackSection section) {
        return (section == PackSection.OTHER)
                ? Clause.of("action not in (:part)", "part", ids((kind) -> kind.section() != section))
                : Clause.of("action in (:part)", "part", ids((kind) -> kind.section() == section));
    }

    private static Clause by(String doer) {
        String person = "actor <> 'system'";
        return doer.equals(PEOPLE) ? anyRow(Clause.of(person))
                : Clause.of("actor = 'system' and (act is null or act not in (" + OF_RELEASE + person + "))");
    }

    /** The values of a row are searched without their names. */
    private Clause saying(String text) {
        Clause found = Clause.of(
                "lower(concat_ws(' ', actor_name, subject, reason, json_extract(old_values, '$.*'),"
                        + " json_extract(new_values, '$.*'))) like lower(:text)",
                "text", "%" + Clause.literally(text) + "%");
        String sought = text.strip().toLowerCase(Locale.ROOT);
        List<String> told = ids((kind) -> this.words.action(kind.id()).toLowerCase(Locale.ROOT).contains(sought));
        return told.isEmpty() ? found
                : Clause.of("(").append(found).append(" or action in (:told))").with("told", told);
    }

    private static Clause anyRow(Clause fits) {
        return Clause.of("(").append(fits).append(" or act in (" + OF_RELEASE).append(fits).append("))");
    }

    private List<String> ids(Predicate<AuditKind> which) {
        return this.kinds.all().stream().filter(which).map(AuditKind::id).toList();
    }

}
