package io.slipway.database;

import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Documents that were uploaded before files had tables of their own are still there
 * afterwards.
 */
class FilesMigrationTests {

    private final DriverManagerDataSource schema = new DriverManagerDataSource(TestDatabase.emptySchema(),
            EmbeddedMariaDb.USER, "");

    private final JdbcTemplate database = new JdbcTemplate(this.schema);

    @Test
    void keepsDocumentsWithTheirContent() throws LiquibaseException {
        this.database.execute("create table releases (id bigint primary key) engine = InnoDB");
        this.database.execute("insert into releases values (1)");
        migrate("116-documents.sql");
        document(3, "notes.md", 5, "a");
        document(7, "run.sh", 4, "b");
        piece(3, 0, "Not");
        piece(3, 1, "es");
        piece(7, 0, "exit");
        migrate("117-files.sql");
        assertThat(this.database.queryForList("""
                select concat(d.id, ' ', d.name, ' ', f.size, ' ', left(f.digest, 1), ' ',
                              group_concat(p.content order by p.place separator ''))
                  from release_documents d join files f on f.id = d.file_id join file_pieces p on p.file_id = f.id
                 group by d.id order by d.id""", String.class)).containsExactly("3 notes.md 5 a Notes",
                "7 run.sh 4 b exit");
        this.database.update("insert into files (size, digest) values (1, repeat('c', 64))");
        assertThat(this.database.queryForObject("select max(id) from files", Long.class)).isEqualTo(8);
        this.database.update("delete from release_documents where id = 3");
        this.database.update("delete from files where id = 3");
        assertThat(this.database.queryForList("select distinct file_id from file_pieces", Long.class))
            .containsExactly(7L);
    }

    private void document(long id, String name, int size, String digest) {
        this.database.update("""
                insert into release_documents (id, release_id, kind, name, size, digest, uploaded_by, uploaded_at)
                values (?, 1, 'SCRIPTS', ?, ?, repeat(?, 64), 'build-engineer', '2026-11-22 10:00:00')""", id, name,
                size, digest);
    }

    private void piece(long document, int place, String content) {
        this.database.update("insert into document_pieces (document_id, place, content) values (?, ?, ?)", document,
                place, content);
    }

    private void migrate(String file) throws LiquibaseException {
        SpringLiquibase liquibase = new SpringLiquibase();
        liquibase.setDataSource(this.schema);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog("classpath:db/changelog/" + file);
        liquibase.afterPropertiesSet();
    }

}
