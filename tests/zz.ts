import { chromium } from '@playwright/test';
import { HubProcess } from './support/hub-process.ts';
const hub = await HubProcess.start();
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-background-networking','--disable-component-update'] });
const watch = (p: any, n: string) => { p.setDefaultTimeout(6000); p.on('console', (m: any) => { if (m.type()==='error') console.log('CONSOLE', n, m.text()); }); p.on('pageerror', (e: any) => console.log('PAGEERROR', n, e.message)); };
const snap = async (p: any, name: string, sel='body') => { await p.waitForTimeout(600); console.log('=====', name, p.url()); console.log(await p.locator(sel).first().ariaSnapshot()); await p.screenshot({ path: `/tmp/ex/${name}.png` }); };
const B=(p:any,n:any)=>p.getByRole('button',{name:n}).first().click();
try {
const ctx = await b.newContext({ locale:'zh-CN', viewport: {width:1440,height:900} });
const p = await ctx.newPage(); watch(p,'host');
const link = /http\S+set-up#\S+/.exec(hub.output)?.[0] ?? '';
await p.goto(link);
await p.getByLabel('您的姓名').fill('主办'); await p.getByLabel('设置密码').fill('a long password'); await p.getByLabel('再输入一遍密码').fill('a long password');
await p.getByRole('button', {name:'创建并登录'}).click();
await p.getByRole('button', { name: '载入演示考场' }).click();
await p.getByRole('link', { name: '凭证' }).click(); await p.getByRole('button', { name: '为 50 位考官发凭证' }).click();
const passes: string[] = [];
for (const n of ['党员代表 01','群众代表 01','媒体代表 01']) passes.push(await p.getByRole('link', {name: `在新窗口打开 ${n}`}).getAttribute('href') ?? '');
const [scr] = await Promise.all([ctx.waitForEvent('page'), p.getByRole('button', {name:'打开大屏'}).click()]); watch(scr,'screen'); await scr.setViewportSize({width:1920,height:1080});
await B(scr,'打开大屏');
await p.getByRole('link', { name: '现场' }).click(); await p.getByRole('button', {name:/开始考场/}).click();
const phones: any[] = [];
for (const [i,h] of passes.entries()) { const c = await b.newContext({ locale:'zh-CN', viewport:{width:390,height:844} }); const q = await c.newPage(); watch(q,'phone'+i); await q.goto(hub.url+h); await q.getByRole('button', {name:'进入考场'}).click(); await q.waitForURL(/\/m\//); phones.push(q); }
const code = /\d{6}/.exec(p.url())![0];
const cc = await b.newContext({ locale:'zh-CN', viewport:{width:390,height:844}}); const crowd = await cc.newPage(); watch(crowd,'crowd'); await crowd.goto(hub.url+'/'); 
await crowd.getByRole('textbox').fill(code); await B(crowd,'进入');
await B(p,/请.*上台述职/); await p.waitForTimeout(500); await B(p,/开始质询/); 
await B(phones[0],'我要提问'); await snap(phones[0],'ask');
await phones[0].getByRole('textbox').fill('老楼加装电梯卡在哪里？'); await B(phones[0],/提交/); await snap(phones[0],'asked');
await B(crowd,'我要提问'); await snap(crowd,'crowd-ask'); await crowd.getByRole('textbox').fill('公厕没灯没纸谁来考核？'); await B(crowd,/提交/); await snap(crowd,'crowd-asked');
await snap(p,'host-questions','main');
await B(p,/待审核/); await snap(p,'host-inbox','main');
await p.getByRole('button',{name:'采用',exact:true}).click(); await p.waitForTimeout(500); await B(p,/待问/); await snap(p,'host-queue','main');
await p.getByRole('button',{name:'上台',exact:true}).first().click(); await snap(p,'host-staged','main'); await snap(scr,'screen-question'); await snap(phones[1],'phone-question');
await B(p,'答复完毕'); await snap(p,'host-answered','main'); await snap(phones[1],'phone-rate'); await B(phones[1],'较好'); await snap(phones[1],'phone-rated');
await B(p,/开始评分/); await snap(p,'host-scoring','main'); await snap(phones[0],'phone-scoring'); await snap(crowd,'crowd-scoring'); await snap(scr,'screen-scoring');
await phones[0].getByRole('button',{name:'填评分票',exact:true}).click(); await snap(phones[0],'ballot');
for (const q of phones) { if (q!==phones[0]) await q.getByRole('button',{name:'填评分票',exact:true}).click(); const f=['27','18','26.5','17']; const t=q.getByRole('textbox'); for (let i=0;i<4;i++) await t.nth(i).fill(f[i]); await q.getByRole('button',{name:'核对评分票'}).click(); if (q===phones[0]) await snap(q,'readback'); await q.getByRole('button',{name:'确认提交'}).click(); if (q===phones[0]) await snap(q,'receipt'); }
await crowd.getByRole('button',{name:/满意/}).first().click().catch(()=>console.log('crowd vote?')); await snap(crowd,'crowd-voted');
await snap(p,'host-scoring2'); await B(p,/宽限/); await snap(p,'host-closing','main'); await snap(phones[0],'phone-closing'); await B(p,/锁票/); await snap(p,'host-locked'); await snap(scr,'screen-locked'); await snap(phones[0],'phone-locked');
await B(p,/公布/); await snap(p,'host-published','main'); await snap(scr,'screen-result'); await snap(phones[0],'phone-result'); await snap(crowd,'crowd-result');
} catch (e) { console.log('FAILED', e); } finally { await b.close(); await hub.stop(); }
