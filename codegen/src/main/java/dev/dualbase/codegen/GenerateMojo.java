// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.codegen;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Generates jOOQ types from the migrations of a project, or from a live database. Migrations run on a PostgreSQL that
 * is started for this and ended again; nothing runs when neither they nor the settings have changed. A live database is
 * read every time.
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractMojo {
    /** The package of everything that is generated. Nothing else should be in it. */
    @Parameter(property = "dualbase.packageName", required = true)
    private String packageName = "";

    /** The schema that is read. */
    @Parameter(property = "dualbase.schema", defaultValue = "public")
    private String schema = "";

    /** Folders of Flyway migrations; src/main/resources/db/migration if none is given. */
    @Parameter
    private List<File> migrations = List.of();

    /** The JDBC address of a live database, such as jdbc:postgresql://host/database; then no migrations run. */
    @Parameter(property = "dualbase.url")
    private @Nullable String url;

    /** A user of the live database that may read its catalog. */
    @Parameter(property = "dualbase.user")
    private @Nullable String user;

    /** The password of that user. */
    @Parameter(property = "dualbase.password")
    private @Nullable String password;

    /** The source root to write into; it joins the sources of the project. */
    @Parameter(defaultValue = "${project.build.directory}/generated-sources/dualbase", required = true)
    private File outputDirectory = new File("");

    /** Regular expressions of the names of tables and sequences that take part; all if none is given. */
    @Parameter
    private List<String> includes = List.of();

    /** Regular expressions of names that do not. Partitions and Flyway's own table never do. */
    @Parameter
    private List<String> excludes = List.of();

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project = new MavenProject();

    /** Called by Maven. */
    public GenerateMojo() {}

    /**
     * Generates the types.
     *
     * @throws MojoExecutionException if no PostgreSQL is to be had, a migration fails, or the database does not answer
     */
    @Override
    public void execute() throws MojoExecutionException {
        try {
            generate();
        } catch (Exception e) {
            throw new MojoExecutionException("No types for " + packageName + ": " + e.getMessage(), e);
        }
        project.addCompileSourceRoot(outputDirectory.getPath());
    }

    private void generate() throws Exception {
        Generation generation = new Generation(
                Selection.of(schema, includes, excludes), new Output(outputDirectory.toPath(), packageName));
        if (url != null) {
            generation.run(liveDatabase(url));
        } else if (!new MigratedSchema(migrationFolders(), generation).generate()) {
            getLog().info(packageName + " is up to date");
        }
    }

    private List<Path> migrationFolders() {
        return migrations.isEmpty()
                ? List.of(project.getBasedir().toPath().resolve("src/main/resources/db/migration"))
                : migrations.stream().map(File::toPath).toList();
    }

    private PGSimpleDataSource liveDatabase(String address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address);
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        return source;
    }
}
