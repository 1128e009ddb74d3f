/** Posts (岗位): which account acts for which unit; units have one for their office (组织工作). */
@NullMarked
package cn.dangjian.identity.post;

import org.jspecify.annotations.NullMarked;
