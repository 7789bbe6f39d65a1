package io.slipway.change;

/**
 * Tells what a change would deploy: the feature that knows releases implements it, since
 * changes lie below releases and may not know them.
 */
public interface ChangeSubjects {

    /**
     * What would be deployed now.
     * @param releaseKey key of the release; refuses an unknown one with a
     * {@code NotFoundException}
     * @return the subject
     */
    ChangeSubject of(String releaseKey);

}
