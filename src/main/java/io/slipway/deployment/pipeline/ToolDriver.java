package io.slipway.deployment.pipeline;

import java.util.Optional;

import io.slipway.deployment.tool.ToolException;

/**
 * Speaks the protocol of one kind of tool.
 */
public interface ToolDriver {

    /** Which kind it is. */
    PipelineTool tool();

    /**
     * Tells the tool to begin.
     * @return that it accepted, with where it is; or that it heard, where it gave no more
     * @throws ToolException where nobody knows, it did not hear, or it said no
     */
    AttemptFact start(ToolCall call) throws ToolException;

    /**
     * Looks for what the tool began, by the attempt's id.
     * @return what was found; nothing if the tool has no such thing
     */
    Optional<AttemptFact> search(ToolCall call) throws ToolException;

    /**
     * Asks how far it is.
     * @return what the tool said; nothing if this one cannot be asked
     * @throws ToolException where there is no usable answer, or the tool does not know it
     */
    Optional<AttemptFact> ask(ToolCall call) throws ToolException;

}
