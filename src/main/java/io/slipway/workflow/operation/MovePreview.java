package io.slipway.workflow.operation;

import java.util.List;

import io.slipway.workflow.WorkItem;

/**
 * What moving a token will do.
 *
 * @param target where it goes
 * @param withdrawn work items that nobody is asked to do any more
 * @param ended names of called processes that end unfinished
 * @param skipped steps that will not be done
 */
public record MovePreview(Token token, MoveTarget target, List<WorkItem> withdrawn, List<String> ended,
        List<SkippedStep> skipped) {

    /**
     * A step between the token and its target.
     *
     * @param documentation what the model says that it does
     */
    public record SkippedStep(String name, String documentation) {
    }

}
