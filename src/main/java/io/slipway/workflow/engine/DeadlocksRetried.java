package io.slipway.workflow.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Repeats a job at once that the database chose as a deadlock's victim: somebody else
 * worked on the same release in that moment, which is no failure of the job. Other
 * failures wait and count, as the model says.
 */
final class DeadlocksRetried implements FailedJobCommandFactory {

    @Override
    public Command<Object> getCommand(String jobId, @Nullable Throwable error) {
        Command<Object> repeat = (context) -> {
            JobEntity job = context.getJobManager().findJobById(jobId);
            if (job != null) {
                job.unlock();
            }
            return null;
        };
        return isDeadlock(error) ? repeat : new DefaultJobRetryCmd(jobId, error);
    }

    static boolean isDeadlock(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProcessEngineException engine
                    && engine.getCode() == BuiltinExceptionCode.DEADLOCK.getCode()) {
                return true;
            }
        }
        return false;
    }

}
