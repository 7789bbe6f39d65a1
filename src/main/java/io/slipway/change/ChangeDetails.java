package io.slipway.change;

import java.util.ArrayList;
import java.util.List;

import io.slipway.identity.Role;
import org.jspecify.annotations.Nullable;

/**
 * A change record with its history, as pages and other features see it. Texts may be
 * empty while it is being written.
 *
 * @param number its number, such as {@code CHG-000001}
 * @param releaseKey key of the release whose deployment it authorises
 * @param scope what exactly is to be authorised
 * @param services names of the services it touches
 * @param items the configuration items it affects, by key
 * @param seats who has to vote, as the process reads it
 * @param decisions its history, oldest first
 * @param emergency the look back at an emergency; null if there was none yet
 */
public record ChangeDetails(String number, String releaseKey, ChangeContent content, ChangeRisk risk, ChangeScope scope,
        List<String> services, List<AffectedItem> items, ChangeStatus status, String seats,
        List<ChangeDecision> decisions, @Nullable EmergencyReview emergency) {

    /** Whether the deployment was authorised and is not over. */
    public boolean authorised() {
        return this.status == ChangeStatus.AUTHORISED;
    }

    /**
     * The votes of the present round that authorise it.
     * @return the votes, oldest first
     */
    public List<ChangeDecision> votes() {
        return votes(this.decisions);
    }

    /**
     * How many votes it needs.
     * @return the quorum; 0 for a standard change
     */
    public int quorum() {
        return quorum(this.seats);
    }

    /**
     * How many votes are needed.
     * @param seats who has to vote, as the process reads it
     */
    public static int quorum(String seats) {
        return ChangeSeats.roles(seats).size();
    }

    /**
     * The roles in which somebody still has to vote.
     * @return one for each missing vote; empty unless it waits for votes
     */
    public List<Role> openSeats() {
        return (this.status == ChangeStatus.REQUESTED) ? ChangeSeats.open(this.seats, votes()) : List.of();
    }

    /**
     * Who requested it.
     * @return the user name, empty before it was requested
     */
    public String requester() {
        return requester(this.decisions);
    }

    /**
     * The votes of the last round of a history that authorise.
     * @param decisions the history, oldest first
     * @return the votes, oldest first
     */
    public static List<ChangeDecision> votes(List<ChangeDecision> decisions) {
        List<ChangeDecision> votes = new ArrayList<>();
        for (ChangeDecision decision : decisions) {
            switch (decision.action()) {
                case REQUESTED, INFORMATION_SUPPLIED -> votes.clear();
                case AUTHORISED -> votes.add(decision);
                default -> {
                    // says nothing about votes
                }
            }
        }
        return List.copyOf(votes);
    }

    static String requester(List<ChangeDecision> decisions) {
        return decisions.stream()
            .filter((decision) -> decision.action() == ChangeAction.REQUESTED)
            .map(ChangeDecision::actor)
            .reduce("", (earlier, later) -> later);
    }

}
