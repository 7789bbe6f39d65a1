package io.slipway.search;

import java.util.List;
import java.util.Locale;

import io.slipway.deployment.board.RunBoards;
import io.slipway.ui.Messages;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds runs by the beginning of their release's key. Everybody who is signed in reads
 * them.
 */
@Component
@Order(3)
class RunFinder implements Finder {

    private final RunBoards runs;

    private final Messages messages;

    RunFinder(RunBoards runs, Messages messages) {
        this.runs = runs;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "run";
    }

    @Override
    public String icon() {
        return "player-play";
    }

    @Override
    public SearchGroup find(String text) {
        List<SearchHit> found = this.runs.ofReleases(text.toUpperCase(Locale.ROOT), MOST)
            .stream()
            .map((run) -> new SearchHit(run.releaseKey(),
                    this.messages.text("deployment.board.title", run.releaseKey(), run.number()),
                    this.messages.text("deployment.board.type." + run.runType()) + ", "
                            + this.messages.text("deployment.board.state." + run.state()),
                    "/deployments/runs/" + run.id()))
            .toList();
        return SearchGroup.of(this, text, found, null);
    }

}
