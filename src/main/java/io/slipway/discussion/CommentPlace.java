package io.slipway.discussion;

/**
 * Where a comment was written. The discussion is the release's all the same.
 *
 * @param id what the place is found by: id of a task, number of a change, key of a
 * release; empty where it is not known any more
 * @param name what people call it: the step's name, the change's number, the release's
 * key; at most 100 characters
 * @param releaseKey key of the release
 */
public record CommentPlace(Kind kind, String id, String name, String releaseKey) {

    /** A task of a release. */
    public static CommentPlace task(String id, String step, String releaseKey) {
        return new CommentPlace(Kind.TASK, id, step, releaseKey);
    }

    /** The change record of a release. */
    public static CommentPlace change(String number, String releaseKey) {
        return new CommentPlace(Kind.CHANGE, number, number, releaseKey);
    }

    /** The release itself. */
    public static CommentPlace release(String key) {
        return new CommentPlace(Kind.RELEASE, key, key, key);
    }

    /**
     * The page of the place.
     * @return its path; that of the release's discussion where the place is not known any
     * more
     */
    public String path() {
        return switch (this.kind) {
            case TASK -> this.id.isEmpty() ? Kind.page(this.releaseKey) : "/tasks/" + this.id;
            case CHANGE -> "/changes/" + this.id;
            case RELEASE -> Kind.page(this.releaseKey);
        };
    }

    /** What a place can be. */
    public enum Kind {

        /** A task of a release. */
        TASK,
        /** A change record. */
        CHANGE,
        /** A release. */
        RELEASE;

        private static String page(String releaseKey) {
            return "/releases/" + releaseKey + "/discussion";
        }

    }

}
