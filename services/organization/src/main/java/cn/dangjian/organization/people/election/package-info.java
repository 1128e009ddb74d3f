/** 换届选举: what a meeting voted, whether the rules are fulfilled, and the superior's approval that seats the team. */
@NullMarked
package cn.dangjian.organization.people.election;

import org.jspecify.annotations.NullMarked;
