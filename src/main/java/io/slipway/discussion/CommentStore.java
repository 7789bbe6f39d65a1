package io.slipway.discussion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.slipway.file.FileStore;
import io.slipway.file.Intake;
import io.slipway.identity.Act;
import io.slipway.input.KeyPage;
import io.slipway.sql.Clause;
import io.slipway.sql.KeyOrder;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps comments and which files came with them.
 */
@Component
class CommentStore {

    private static final KeyOrder<Row> NEWEST = KeyOrder.<Row>descending().number("id", Row::id);

    private static final String COMMENTS = """
            select c.*, coalesce((select json_arrayagg(json_object('commentId', a.comment_id, 'number', a.number,
                       'name', a.name, 'size', f.size, 'digest', f.digest, 'fileId', f.id) order by a.number)
                  from comment_files a join files f on f.id = a.file_id where a.comment_id = c.id), '[]') as files
              from comments c""";

    private final JdbcClient jdbc;

    private final FileStore files;

    CommentStore(JdbcClient jdbc, FileStore files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    long insert(CommentPlace place, String text, List<Intake> attached, Act act) {
        long id = Clause
            .insert("comments", "release_key", place.releaseKey(), "place", place.kind(), "place_id", place.id(),
                    "place_name", place.name(), "author", act.by(), "written_at", act.at(), "text", text)
            .insertedBy(this.jdbc);
        int number = 1;
        for (Intake file : attached) {
            Clause
                .insert("comment_files", "comment_id", id, "number", number++, "file_id", this.files.keep(file), "name",
                        file.name())
                .on(this.jdbc)
                .update();
        }
        return id;
    }

    KeyPage<Comment> page(String releaseKey, String from) {
        return NEWEST.page(this.jdbc, COMMENTS, Clause.equal("release_key", releaseKey), from, Row.class)
            .map(Row::comment);
    }

    Optional<Comment> find(long id) {
        return Clause.of(COMMENTS)
            .where(Clause.equal("id", id))
            .on(this.jdbc)
            .query(Row.class)
            .optional()
            .map(Row::comment);
    }

    private record Row(long id, String releaseKey, CommentPlace.Kind place, String placeId, String placeName,
            String author, Instant writtenAt, String text, List<CommentFile> files) {

        Comment comment() {
            return new Comment(this.id, new CommentPlace(this.place, this.placeId, this.placeName, this.releaseKey),
                    this.author, this.writtenAt, this.text, this.files);
        }

    }

}
