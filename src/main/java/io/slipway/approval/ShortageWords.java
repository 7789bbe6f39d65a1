package io.slipway.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.slipway.identity.PersonDirectory;
import io.slipway.identity.PersonSummary;
import io.slipway.identity.Role;
import io.slipway.ui.Messages;
import io.slipway.ui.Times;

import org.springframework.stereotype.Component;

/**
 * Says in words why an approval cannot be given.
 */
@Component
class ShortageWords {

    private static final int MOST_NAMES = 5;

    private final PersonDirectory people;

    private final Times times;

    private final Messages messages;

    ShortageWords(PersonDirectory people, Times times, Messages messages) {
        this.people = people;
        this.times = times;
        this.messages = messages;
    }

    /** Too few people could act for one rule alone. */
    String tooFew(ApprovalRule rule, int available, Collection<String> excluded, Map<String, Instant> away) {
        List<PersonSummary> holders = this.people.holding(rule.role());
        if (holders.isEmpty()) {
            return this.messages.text("approval.shortage.nobody", role(rule.role()));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(this.messages.text("approval.shortage.few", role(rule.role()), available, rule.minimum()));
        for (PersonSummary holder : holders.stream()
            .filter((one) -> excluded.contains(one.userName()) || away.containsKey(one.userName()))
            .limit(MOST_NAMES)
            .toList()) {
            Instant until = away.get(holder.userName());
            sentences.add((excluded.contains(holder.userName()) || until == null)
                    ? this.messages.text("approval.shortage.excluded", holder.fullName())
                    : this.messages.text("approval.shortage.away", holder.fullName(), this.times.withZone(until)));
        }
        return String.join(" ", sentences);
    }

    /** Several rules need more different people than there are. */
    String shared(Set<Role> roles, int needed, Set<String> available) {
        String names = String.join(", ", available.stream().map(this.people::name).sorted().limit(MOST_NAMES).toList());
        return this.messages.text("approval.shortage.shared",
                String.join(", ", roles.stream().map(this::role).toList()), needed, available.size(), names,
                Math.max(0, available.size() - MOST_NAMES));
    }

    private String role(Role role) {
        return this.messages.text("identity.role." + role.id());
    }

}
