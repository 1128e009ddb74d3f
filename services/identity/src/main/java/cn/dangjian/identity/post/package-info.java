/** Posts (岗位): which account acts for which unit; every unit has one, for its office (组织工作). */
@NullMarked
package cn.dangjian.identity.post;

import org.jspecify.annotations.NullMarked;
