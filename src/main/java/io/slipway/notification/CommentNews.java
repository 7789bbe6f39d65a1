package io.slipway.notification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.slipway.discussion.Comment;
import io.slipway.discussion.CommentAdded;
import io.slipway.discussion.CommentFile;
import io.slipway.discussion.Discussion;
import io.slipway.discussion.Mentions;
import io.slipway.identity.PersonDirectory;
import io.slipway.release.ReleaseDetails;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells those whom a comment addresses, and those whom the release concerns; its author
 * knows it already.
 */
@Component
class CommentNews {

    private final Discussion discussion;

    private final Mentions mentions;

    private final PersonDirectory people;

    private final Essentials essentials;

    private final NewsWords words;

    private final Outbox outbox;

    CommentNews(Discussion discussion, Mentions mentions, PersonDirectory people, Essentials essentials,
            NewsWords words, Outbox outbox) {
        this.discussion = discussion;
        this.mentions = mentions;
        this.people = people;
        this.essentials = essentials;
        this.words = words;
        this.outbox = outbox;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(CommentAdded event) {
        Comment comment = this.discussion.get(event.id());
        this.essentials.release(comment.place().releaseKey()).ifPresent((release) -> {
            Set<String> addressed = new LinkedHashSet<>(this.mentions.people(comment.text()).keySet());
            Set<String> concerned = new LinkedHashSet<>(this.essentials.people(release));
            concerned.removeAll(addressed);
            addressed.remove(comment.author());
            concerned.remove(comment.author());
            this.outbox.tell(matter("mentioned", NotificationKind.MENTION, comment, release), addressed);
            this.outbox.tell(matter("commented", NotificationKind.COMMENT, comment, release), concerned);
        });
    }

    private Matter matter(String what, NotificationKind kind, Comment comment, ReleaseDetails release) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("release", release.key() + " " + release.name()));
        facts.add(Fact.of("place", comment.place().name()));
        if (!comment.files().isEmpty()) {
            facts.add(Fact.of("files",
                    comment.files().stream().map(CommentFile::name).collect(Collectors.joining(", "))));
        }
        return new Matter(what + ":" + comment.id(), kind, release.key(),
                this.words.title(what, this.people.name(comment.author()), release.key(), comment.place().name()),
                comment.text().isEmpty() ? this.words.text("files-only") : comment.text(), facts,
                comment.place().path());
    }

}
