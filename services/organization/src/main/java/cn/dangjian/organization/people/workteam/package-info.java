/** 驻村工作队: which teams work in which villages, who was recalled and why, and who came in his place. */
@NullMarked
package cn.dangjian.organization.people.workteam;

import org.jspecify.annotations.NullMarked;
