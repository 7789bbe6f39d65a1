package io.slipway.identity.web;

import java.util.List;
import java.util.TreeSet;

import io.slipway.identity.Role;
import io.slipway.identity.people.GroupDetails;
import io.slipway.identity.people.GroupProfile;
import io.slipway.ui.form.FormText;
import org.jspecify.annotations.Nullable;

/**
 * The form to make or change a group.
 *
 * @param roles ids of the roles of its members
 * @param members user names; what is typed may have several, with spaces or commas
 * between them
 */
record GroupForm(String name, String description, @Nullable List<String> roles, @Nullable List<String> members,
        String version) {

    static GroupForm empty() {
        return new GroupForm("", "", List.of(), List.of(), "");
    }

    static GroupForm of(GroupDetails group) {
        return new GroupForm(group.name(), group.description(), group.roles().stream().map(Role::id).toList(),
                List.copyOf(new TreeSet<>(group.members())), Integer.toString(group.version()));
    }

    GroupProfile toProfile() {
        return new GroupProfile(this.name, this.description, Choices.roles(this.roles),
                FormText.userNames(this.members));
    }

}
