package cn.dangjian.assessment.result.grade;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is on file of units, year by year. */
@Repository
@Unscoped("of a grading that is put on file, or of units that were found in the caller's scope")
public class GradeTable {

    private final Rows rows;

    GradeTable(Rows rows) {
        this.rows = rows;
    }

    /**
     * How a unit stood in a year.
     *
     * @param fewer how many of its peers had less
     * @param peers how many there were, with it
     */
    public record Standing(long unit, long grading, int year, Grade grade, int total, int fewer, int peers) {

        public boolean isPoor() {
            return grade == Grade.POOR;
        }

        public boolean isBest() {
            return grade.isBest();
        }

        /** Whether it is graded as in another year, and no better. */
        public boolean isNoBetterThan(Standing before) {
            return before.grade.isLike(grade) && grade.level() <= before.grade.level();
        }
    }

    /**
     * How many stars a unit was given in a year.
     *
     * @param filedOn null until that is on file
     */
    public record Starred(
            long unit,
            long grading,
            int year,
            Grade grade,
            @Nullable LocalDate filedOn) {

        public boolean isFiled() {
            return filedOn != null;
        }

        public boolean isBest() {
            return grade.isBest();
        }

        public int stars() {
            return grade.level();
        }
    }

    /** Stars of units, of years from one to another one, the oldest first. */
    public List<Starred> listStars(Collection<Long> units, int from, int to) {
        return rows.unscoped("""
            select g.unit_id unit, n.id grading, n.year, g.grade, n.filed_on
              from grade g join grading n on n.id = g.grading_id
             where g.unit_id in (:units) and n.year between :from and :to and n.scale = 'STARS' order by n.year, n.id\
            """)
                .with("units", units)
                .with("from", from)
                .with("to", to)
                .list(Starred.class);
    }

    /** Of the units of a grading, how they stood in this and in earlier ones of the same owner. */
    public List<Standing> listTrails(long grading) {
        return rows.unscoped("""
            select x.unit, x.grading, x.year, x.grade, x.total, x.fewer, x.peers
              from (select g.unit_id unit, n.id grading, n.year, g.grade, g.total,
                           rank() over (partition by g.grading_id order by g.total) - 1 fewer,
                           count(*) over (partition by g.grading_id) peers
                      from grading me
                      join grading n on n.unit_id = me.unit_id and n.year <= me.year and n.filed_on is not null
                      join grade g on g.grading_id = n.id
                     where me.id = :grading) x
              join grade m on m.grading_id = :grading and m.unit_id = x.unit\
            """).with("grading", grading).list(Standing.class);
    }
}
