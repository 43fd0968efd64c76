import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** Top folder of the project. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A source file as the arrow laws see it. Paths are relative to the project, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
  /** Project files that it imports, types included. */
  imports: string[];
  /** Packages (or Node built-ins) that it imports, types included. */
  packages: string[];
  hasExportStar: boolean;
  /** Names that it reads but does not declare: what it takes from its surroundings. */
  freeNames: Set<string>;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path) : [path]));
}

/** Resolves `./x` as the bundler does: the file itself, with an extension, or the folder's index. */
function resolveRelative(from: string, specifier: string): string | null {
  const bare = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const candidates = [bare, `${bare}.ts`, `${bare}.tsx`, `${bare}/index.ts`, `${bare}/index.tsx`];
  return (
    candidates.find((path) => {
      const absolute = join(projectRoot, path);
      return existsSync(absolute) && statSync(absolute).isFile();
    }) ?? null
  );
}

function specifierOf(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier !== undefined) {
    return (node.moduleSpecifier as ts.StringLiteral).text;
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal.text;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments;
    return argument !== undefined && ts.isStringLiteralLike(argument) ? argument.text : null;
  }
  return null;
}

/** True where the identifier is a property, a label of a member or a type member, not a name in scope. */
function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isQualifiedName(parent)) return parent.right === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  return (
    (ts.isPropertyAssignment(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isPropertyDeclaration(parent) ||
      ts.isMethodDeclaration(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isGetAccessor(parent) ||
      ts.isEnumMember(parent) ||
      ts.isJsxAttribute(parent)) &&
    parent.name === node
  );
}

function declares(node: ts.Identifier): boolean {
  const parent = node.parent as ts.Node & { name?: ts.Node };
  return (
    parent.name === node &&
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isInterfaceDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isEnumDeclaration(parent) ||
      ts.isTypeParameterDeclaration(parent) ||
      ts.isBindingElement(parent) ||
      ts.isImportClause(parent) ||
      ts.isNamespaceImport(parent))
  );
}

export function readSource(path: string, text: string): SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const file: SourceFile = {
    path,
    text,
    imports: [],
    packages: [],
    hasExportStar: false,
    freeNames: new Set(),
  };
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier?.startsWith('.')) {
      const target = resolveRelative(path, specifier);
      if (target !== null) file.imports.push(target);
    } else if (specifier !== null) {
      file.packages.push(specifier);
    }
    if (ts.isExportDeclaration(node) && node.exportClause === undefined) file.hasExportStar = true;
    if (ts.isImportSpecifier(node)) declared.add(node.name.text);
    if (ts.isIdentifier(node)) {
      if (declares(node)) declared.add(node.text);
      else if (!isMemberName(node)) file.freeNames.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  for (const name of declared) file.freeNames.delete(name);
  return file;
}

/** Every TypeScript file under src, tests included. */
export function readSources(): SourceFile[] {
  return listFiles(join(projectRoot, 'src'))
    .filter((path) => /\.tsx?$/.test(path))
    .map((absolute) => {
      const path = relative(projectRoot, absolute).split(sep).join('/');
      return readSource(path, readFileSync(absolute, 'utf8'));
    });
}
