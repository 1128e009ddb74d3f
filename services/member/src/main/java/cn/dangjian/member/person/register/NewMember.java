package cn.dangjian.member.person.register;

import cn.dangjian.member.person.standing.Happening;
import java.util.List;

/**
 * Somebody who is to have a file.
 *
 * @param happenings what has happened to him so far, at least that he belongs to a unit
 */
public record NewMember(long id, FileText file, List<Happening> happenings) {}
