package io.slipway.change.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.slipway.identity.Act;
import io.slipway.input.InvalidInputException;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * A meeting of the board with its minutes, which nobody changes once they are closed.
 */
@Entity
@Table(name = "change_meetings")
class Meeting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private Instant heldAt = Instant.EPOCH;

    private String notes = "";

    private boolean closed;

    @Column(updatable = false)
    private String writtenBy = "";

    private @Nullable String closedBy;

    private @Nullable Instant closedAt;

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "change_meeting_attendees", joinColumns = @JoinColumn(name = "meeting_id"))
    @Column(name = "user_name")
    private Set<String> attendees = new HashSet<>();

    @ElementCollection
    @BatchSize(size = 50)
    @CollectionTable(name = "change_meeting_decisions", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "position")
    private List<MinuteLine> lines = new ArrayList<>();

    protected Meeting() {
    }

    static Meeting record(MeetingDraft draft, List<MinuteLine> agenda, String by) {
        Meeting meeting = new Meeting();
        meeting.writtenBy = by;
        meeting.lines.addAll(agenda);
        meeting.change(draft);
        return meeting;
    }

    void change(MeetingDraft draft) {
        expectOpen();
        this.heldAt = draft.heldAt();
        this.notes = draft.notes();
        this.attendees.retainAll(draft.attendees());
        this.attendees.addAll(draft.attendees());
    }

    /** Keeps what became of the changes that were up, and lets nobody change it. */
    void close(List<MinuteLine> decided, Act act) {
        expectOpen();
        this.lines.clear();
        this.lines.addAll(decided);
        this.closed = true;
        this.closedBy = act.by();
        this.closedAt = act.at();
    }

    private void expectOpen() {
        if (this.closed) {
            throw new InvalidInputException("", "change.meeting.closed");
        }
    }

    int version() {
        return this.version;
    }

    List<String> numbers() {
        return this.lines.stream().map(MinuteLine::number).toList();
    }

    MeetingDetails details() {
        if (this.id == null) {
            throw new IllegalStateException("The meeting is not saved yet");
        }
        return new MeetingDetails(this.id, this.heldAt, this.attendees.stream().sorted().toList(), this.notes,
                List.copyOf(this.lines), this.closed, this.writtenBy, this.closedBy, this.closedAt, this.version);
    }

}
