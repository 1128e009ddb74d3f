package cn.dangjian.assessment.result.consequence;

import java.time.LocalDate;

/**
 * That somebody talked with somebody (谈话), by their posts: names are no business of this service.
 *
 * @param byPost who talked
 * @param withPost with whom
 * @param words what was said
 * @param asked what was asked for
 * @param until by when
 */
record Talk(LocalDate day, String byPost, String withPost, String words, String asked, LocalDate until) {}
