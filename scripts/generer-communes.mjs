#!/usr/bin/env node
// Turns the npm package @etalab/decoupage-administratif into the one file the program reads:
// resources/reference/communes-<vintage>.tsv. Same package in, same bytes out, on any computer.
//
//   node scripts/generer-communes.mjs                          fetches the package with `npm pack`
//   node scripts/generer-communes.mjs --paquet DOSSIER         reads an unpacked package (the folder of package.json)
//   node scripts/generer-communes.mjs --sortie FICHIER         writes elsewhere
//
// The format is described in docs/adr/0004-donnees-communes.md and read by src/reference/communes_file.cpp.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const PAQUET = '@etalab/decoupage-administratif'

// What the package says only in its README: a new version is added here by someone who has read it.
const MILLESIMES = {
  '6.0.0': {
    millesime: '2026',
    date: '2026-03-09', // date of the files inside the published archive
    population: 'Insee, populations de référence 2023 (population municipale), en vigueur au 1er janvier 2026',
    populationAnnee: '2023',
    populationUrl: 'https://www.insee.fr/fr/statistiques/8680726?sommaire=8681011',
    populationReserve:
      'Mayotte : recensement de 2017. Collectivités d’outre-mer : dernier recensement. Terres australes et Clipperton : sans population.',
  },
}

const COLLATION = (a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

function arguments_() {
  const lus = { version: '6.0.0', paquet: '', sortie: '' }
  const mots = process.argv.slice(2)
  while (mots.length) {
    const nom = mots.shift()
    const cle = { '--paquet': 'paquet', '--sortie': 'sortie', '--version': 'version' }[nom]
    if (!cle || !mots.length) {
      throw new Error('Usage : generer-communes.mjs [--paquet DOSSIER] [--version X.Y.Z] [--sortie FICHIER]')
    }
    lus[cle] = mots.shift()
  }
  return lus
}

function telecharger(version, dossier) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const options = { cwd: dossier, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' }
  const archive = execFileSync(npm, ['pack', '--silent', `${PAQUET}@${version}`], options).trim().split('\n').pop()
  execFileSync('tar', ['-xzf', archive], options)
  return join(dossier, 'package')
}

function lire(paquet) {
  const json = (nom) => JSON.parse(readFileSync(join(paquet, nom), 'utf8'))
  const { name, version } = json('package.json')
  if (name !== PAQUET) throw new Error(`Ce dossier contient ${name}, pas ${PAQUET}.`)
  if (!MILLESIMES[version]) throw new Error(`Version ${version} inconnue : lire son README et compléter MILLESIMES.`)
  return {
    version,
    ...MILLESIMES[version],
    communes: json('data/communes.json'),
    epci: json('data/epci.json'),
    departements: json('data/departements.json'),
    regions: json('data/regions.json'),
  }
}

// A tab or a line break inside a name would shift the columns: names are trimmed to one line here, once.
const net = (texte) => String(texte).replace(/\s+/g, ' ').trim()

function communesActuelles(source) {
  const epciDe = new Map()
  for (const groupement of source.epci) {
    for (const membre of groupement.membres) {
      if (epciDe.has(membre.code)) throw new Error(`${membre.code} est dans deux EPCI.`)
      epciDe.set(membre.code, groupement.code)
    }
  }
  const gardees = source.communes.filter((c) => ['commune-actuelle', 'arrondissement-municipal'].includes(c.type))
  return gardees.sort(COLLATION).map((c) => [
    c.code,
    net(c.nom),
    (c.codesPostaux ?? []).slice().sort().join(' '),
    c.departement,
    epciDe.get(c.commune ?? c.code) ?? '',
    c.population ?? '',
    c.commune ?? '',
  ])
}

// Codes and names that are no longer a commune: fusionnée (code only), déléguée or associée (with its name). A
// déléguée that kept the code of the new commune is written when its name is not the one of the commune.
function communesDisparues(source) {
  const actuelles = new Map(source.communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c]))
  const disparues = new Map()
  for (const c of actuelles.values()) {
    for (const code of c.anciensCodes ?? []) {
      if (actuelles.has(code)) throw new Error(`${code} est à la fois ancien et actuel.`)
      disparues.set(code, { code, genre: 'fusionnee', devient: c.code, nom: '' })
    }
  }
  for (const c of source.communes) {
    const genre = { 'commune-deleguee': 'deleguee', 'commune-associee': 'associee' }[c.type]
    if (!genre) continue
    if (!actuelles.has(c.chefLieu)) throw new Error(`${c.code} dépend de ${c.chefLieu}, qui n’existe pas.`)
    if (actuelles.get(c.code)?.nom === c.nom) continue
    disparues.set(c.code, { code: c.code, genre, devient: c.chefLieu, nom: net(c.nom) })
  }
  return [...disparues.values()].sort(COLLATION).map((d) => [d.code, d.genre, d.devient, d.nom])
}

function ecrire(source) {
  const sections = {
    regions: source.regions.slice().sort(COLLATION).map((r) => [r.code, net(r.nom)]),
    departements: source.departements.slice().sort(COLLATION).map((d) => [d.code, d.region, net(d.nom)]),
    epci: source.epci.slice().sort(COLLATION).map((e) => [e.code, e.type, net(e.nom)]),
    communes: communesActuelles(source),
    disparues: communesDisparues(source),
  }
  const entete = [
    ['#atelier-communes', '1'],
    ['#millesime', source.millesime],
    ['#source', `Code officiel géographique (Insee), EPCI (DGCL), codes postaux (La Poste), réunis par ${PAQUET}`],
    ['#paquet', `${PAQUET} ${source.version}`],
    ['#date', source.date],
    ['#licence', 'Licence Ouverte 2.0 (Etalab)'],
    ['#population', source.population],
    ['#population-annee', source.populationAnnee],
    ['#population-url', source.populationUrl],
    ['#population-reserve', source.populationReserve],
  ]
  const lignes = [...entete]
  for (const [nom, rangees] of Object.entries(sections)) lignes.push([`@${nom}`, rangees.length], ...rangees)
  lignes.push(['@fin', '0'])
  return lignes.map((colonnes) => colonnes.join('\t')).join('\n') + '\n'
}

function main() {
  const demande = arguments_()
  const temporaire = demande.paquet ? '' : mkdtempSync(join(tmpdir(), 'communes-'))
  try {
    const source = lire(demande.paquet ? resolve(demande.paquet) : telecharger(demande.version, temporaire))
    const racine = dirname(dirname(fileURLToPath(import.meta.url)))
    const sortie = demande.sortie || join(racine, 'resources', 'reference', `communes-${source.millesime}.tsv`)
    const texte = ecrire(source)
    const octets = Buffer.byteLength(texte)
    if (octets > 3_000_000) throw new Error(`${octets} octets : plus que les 3 Mo permis.`)
    if (existsSync(sortie) && readFileSync(sortie, 'utf8') === texte) {
      console.log(`${sortie} : déjà à jour (${octets} octets)`)
      return
    }
    writeFileSync(sortie, texte)
    console.log(`${sortie} : ${octets} octets écrits`)
  } finally {
    if (temporaire) rmSync(temporaire, { recursive: true, force: true })
  }
}

try {
  main()
} catch (erreur) {
  console.error(`generer-communes : ${erreur.message}`)
  process.exitCode = 1
}
