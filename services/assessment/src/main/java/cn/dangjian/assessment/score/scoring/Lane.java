package cn.dangjian.assessment.score.scoring;

/** Marks wait in lanes, so that one unit's fact does not wait until a whole province is scored. */
enum Lane {
    /** What one measure counts at a unit itself. */
    FACTS,
    /** What one measure counts at units below: added up at a slower pace, once for many facts. */
    ABOVE,
    /** All that a unit has, its parts of the year included. */
    WHOLE
}
